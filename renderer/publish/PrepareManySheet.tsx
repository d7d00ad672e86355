import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { StoryId } from '../../storage/model/ids.ts'
import { directionOf } from '../../storage/model/language.ts'
import type { StorySummary } from '../../storage/model/summary.ts'
import { useDesk } from '../app/use-desk.ts'
import { formatNumber } from '../i18n/format.ts'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Flag } from '../ui/Flag.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { BundleColumn } from './BundleColumn.tsx'
import { obstacleTo, requestFor } from './plan.ts'
import { obstacleWords } from './obstacle-words.ts'
import { usePlan } from './use-plan.ts'
import './publish-sheet.css'
import './prepare-many.css'

/** Several stories that go out as one bundle: which, what stands in the way, and what the bundle will be. */
export function PrepareManySheet(props: { ids: readonly StoryId[]; wasStopped: boolean; onClose: () => void }) {
  const desk = useDesk()
  const [stories, setStories] = useState<readonly StorySummary[] | null>(null)
  const { plan, freeBytes, change, choose } = usePlan()
  const { ids } = props
  useEffect(() => {
    void desk.bridge.stories.summaries({ ids: [...ids] }).then((answer) => {
      if (answer.ok) setStories(answer.value)
      else desk.problem.set(answer.error.message)
    })
  }, [desk, ids])
  const lines = useRef<HTMLUListElement>(null)
  /** The focus goes to the line that takes the place of the one left out, not away with it. */
  const leaveOut = (id: StoryId): void => {
    const left = (stories ?? []).filter((story) => story.id !== id)
    const place = Math.min(
      left.length - 1,
      (stories ?? []).findIndex((story) => story.id === id),
    )
    setStories(left)
    requestAnimationFrame(() => lines.current?.querySelectorAll<HTMLElement>('button')[place]?.focus())
  }
  const blocked = stories?.filter(mayNotGoOut).length ?? null
  const obstacle = obstacleTo(plan, blocked)
  const name = t('publishMany.name', { count: stories?.length ?? ids.length })
  const publish = (): void => {
    const request = requestFor(
      (stories ?? []).map(({ id }) => id),
      plan,
    )
    if (obstacle === null && request !== null) void desk.publication.publish(request, name)
  }
  return (
    <Dialog
      isOpen
      width="wide"
      title={t('publishMany.title', { count: stories?.length ?? ids.length })}
      closeLabel={t('dialog.close')}
      onClose={props.onClose}
      className="publish-sheet"
      footer={
        <>
          <span className="grow" />
          <span className="publish-sheet__obstacle" role="status">
            {obstacle === 'findings' ? (
              <Flag tone="stop">{t('publishMany.blocked', { count: blocked ?? 0 })}</Flag>
            ) : obstacle !== null ? (
              <Flag tone="info">{obstacleWords(obstacle, 0)}</Flag>
            ) : (
              props.wasStopped && <Flag tone="info">{t('publish.stopped')}</Flag>
            )}
          </span>
          <Button size="lg" onPress={props.onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button
            look="primary"
            size="lg"
            isDisabled={obstacle !== null || stories === null || stories.length === 0}
            onPress={publish}
          >
            {t('publish.do')}
          </Button>
        </>
      }
    >
      <div className="publish-sheet__columns">
        <ul ref={lines} className="publish-many" aria-label={t('publishMany.stories')}>
          {stories?.map((story) => (
            <Line key={story.id} story={story} onLeaveOut={() => leaveOut(story.id)} />
          ))}
        </ul>
        <BundleColumn record={null} plan={plan} freeBytes={freeBytes} onChange={change} onChoose={choose} />
      </div>
    </Dialog>
  )
}

/** A story that was killed goes out again only when an editor sends it by itself and means it. */
function mayNotGoOut({ errors, status }: StorySummary): boolean {
  return errors > 0 || status === 'withdrawn'
}

function Line({ story, onLeaveOut }: { story: StorySummary; onLeaveOut: () => void }) {
  return (
    <li className="publish-many__story">
      <div className="grow">
        <span className="publish-many__slug" dir="ltr">
          {story.slug}
        </span>
        <span className="publish-many__headline" lang={story.language} dir={directionOf(story.language)}>
          {story.headline === '' ? t('desk.noHeadline') : story.headline}
        </span>
      </div>
      {story.status === 'withdrawn' && <Flag tone="stop">{t('status.killed')}</Flag>}
      {story.errors > 0 && <Flag tone="stop">{formatNumber(story.errors)}</Flag>}
      {story.warnings > 0 && <Flag tone="warn">{formatNumber(story.warnings)}</Flag>}
      <IconButton icon={X} size={14} label={t('publishMany.leaveOut', { slug: story.slug })} onPress={onLeaveOut} />
    </li>
  )
}
