import { useEffect, useState } from 'react'
import { headlineOf } from '../../storage/model/summary.ts'
import { countFindings } from '../app/live-checks.ts'
import { useDesk } from '../app/use-desk.ts'
import { useSnapshot } from '../app/use-story.ts'
import type { StorySession } from '../editor/session.ts'
import { messageOfError } from '../app/messages.ts'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Flag } from '../ui/Flag.tsx'
import { Key } from '../ui/Key.tsx'
import { useStore } from '../ui/store.ts'
import { BundleColumn } from './BundleColumn.tsx'
import { FindingsColumn } from './FindingsColumn.tsx'
import { obstacleTo, requestFor } from './plan.ts'
import type { PublicationKind } from './plan.ts'
import { obstacleWords } from './obstacle-words.ts'
import { usePlan } from './use-plan.ts'
import './publish-sheet.css'

const actNames = { update: 'publish.doUpdate', correction: 'publish.doCorrection', kill: 'publish.doKill' } as const

/** What stands in the way of publishing, and what the bundle will be. */
export function PrepareSheet(props: { session: StorySession; wasStopped: boolean; onClose: () => void }) {
  const { session } = props
  const desk = useDesk()
  const record = useSnapshot(session, (snapshot) => snapshot.record)
  const headline = useSnapshot(session, (snapshot) => headlineOf(snapshot.document))
  const checked = useStore(desk.checks.checked)
  const [problem, setProblem] = useState<string | null>(null)
  const { plan, freeBytes, change, choose } = usePlan()
  useEffect(() => {
    desk.checks.run()
  }, [desk])

  const blocking = checked === null ? null : countFindings(checked.findings).error
  const obstacle = obstacleTo(plan, blocking)
  const isFirst = record.publications.length === 0
  const publish = async (): Promise<void> => {
    const request = requestFor([record.id], plan)
    if (obstacle !== null || request === null) return
    try {
      await session.flush()
    } catch (error) {
      setProblem(messageOfError(error))
      return
    }
    await desk.publication.publish(request, record.slug)
  }
  return (
    <Dialog
      isOpen
      width="wide"
      title={t('publish.title', { slug: record.slug })}
      subtitle={<bdi lang={record.language}>{headline}</bdi>}
      closeLabel={t('dialog.close')}
      onClose={props.onClose}
      className="publish-sheet"
      footer={
        <>
          <KeysOfFindings />
          <span className="grow" />
          <span className="publish-sheet__obstacle" role="status">
            {problem !== null ? (
              <Flag tone="stop">{problem}</Flag>
            ) : obstacle !== null ? (
              <Flag tone={obstacle === 'findings' ? 'stop' : 'info'}>{obstacleWords(obstacle, blocking ?? 0)}</Flag>
            ) : (
              props.wasStopped && <Flag tone="info">{t('publish.stopped')}</Flag>
            )}
          </span>
          <Button size="lg" onPress={props.onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button look="primary" size="lg" isDisabled={obstacle !== null} onPress={() => void publish()}>
            {t(actName(plan.kind, isFirst))}
          </Button>
        </>
      }
    >
      <div className="publish-sheet__columns">
        <FindingsColumn session={session} onLeave={props.onClose} />
        <BundleColumn record={record} plan={plan} freeBytes={freeBytes} onChange={change} onChoose={choose} />
      </div>
    </Dialog>
  )
}

function actName(kind: PublicationKind, isFirst: boolean): 'publish.do' | (typeof actNames)[PublicationKind] {
  return kind === 'update' && isFirst ? 'publish.do' : actNames[kind]
}

function KeysOfFindings() {
  return (
    <>
      {(
        [
          ['↓', 'publish.nextFinding'],
          ['F', 'publish.fix'],
          ['↵', 'publish.goTo'],
        ] as const
      ).map(([key, words]) => (
        <span key={key} className="publish-sheet__key">
          <Key>{key}</Key> {t(words)}
        </span>
      ))}
    </>
  )
}
