import { ArrowLeft, Trash2, Undo2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { TrashedStory } from '../../electron/ipc/contract/trash.ts'
import { useDesk } from '../app/use-desk.ts'
import { formatListMoment } from '../i18n/format.ts'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useStore } from '../ui/store.ts'
import { VirtualList } from '../ui/VirtualList.tsx'
import type { VirtualListHandle } from '../ui/VirtualList.tsx'
import { EmptyTrashDialog } from './EmptyTrashDialog.tsx'
import { daysLeft } from './trash-desk.ts'
import { useNow } from './use-now.ts'
import './trash-pane.css'

const rowHeight = 66

/** The stories in the trash, in place of the list: who put them there, when, and how long they stay. */
export function TrashPane() {
  const desk = useDesk()
  const { trash } = desk
  const { stories, phase } = useStore(trash.state)
  const { trashDays } = useStore(desk.settings)
  const now = useNow()
  const list = useRef<VirtualListHandle>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  const story = stories.find(({ id }) => id === chosen) ?? stories[0]
  const isEmpty = stories.length === 0
  useEffect(() => {
    if (phase === 'ready' && !isEmpty) list.current?.focus()
  }, [phase, isEmpty])
  const takeBack = (taken: TrashedStory): void => void trash.takeBack(taken.id, nameOf(taken))
  const onKey = (event: KeyboardEvent, item: TrashedStory | null): boolean => {
    if (event.key === 'Enter' && item !== null) takeBack(item)
    else return false
    return true
  }
  return (
    <div
      className="trash-pane"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || isAsking) return
        event.preventDefault()
        trash.isShown.set(false)
      }}
    >
      <div className="trash-pane__head">
        <IconButton
          icon={ArrowLeft}
          size={14}
          label={t('trash.close')}
          shortcut="Esc"
          onPress={() => trash.isShown.set(false)}
        />
        <h2>{t('trash.title')}</h2>
        <span className="grow" />
        {!isEmpty && (
          <Button look="ghost" size="sm" icon={Trash2} onPress={() => setAsking(true)}>
            {t('trash.empty')}
          </Button>
        )}
      </div>
      <p className="trash-pane__about">{t('trash.about', { count: stories.length, days: trashDays })}</p>
      {phase === 'failed' && (
        <EmptyState
          title={t('trash.failed')}
          act={<Button onPress={() => void trash.load()}>{t('sheet.tryAgain')}</Button>}
        />
      )}
      {phase === 'ready' && isEmpty && <EmptyState title={t('trash.none')}>{t('trash.noneAbout')}</EmptyState>}
      {!isEmpty && story !== undefined && (
        <>
          <VirtualList
            ref={list}
            label={t('trash.title')}
            items={stories}
            rowHeight={rowHeight}
            selectedId={story.id}
            onOpen={({ id }) => setChosen(id)}
            onMove={({ id }) => setChosen(id)}
            onKey={onKey}
            describe={(item) =>
              [nameOf(item), item.headline, putWords(item, now), leftWords(item, trashDays, now)].join('. ')
            }
          >
            {(item) => (
              <div className="trash-row">
                <div className="trash-row__slug">{nameOf(item)}</div>
                <div className="trash-row__headline clip" dir="auto">
                  {item.headline === '' ? <span className="muted">{t('desk.noHeadline')}</span> : item.headline}
                </div>
                <div className="trash-row__meta">
                  <span className="clip">{putWords(item, now)}</span>
                  <span className="numeric">{leftWords(item, trashDays, now)}</span>
                </div>
              </div>
            )}
          </VirtualList>
          <div className="trash-pane__acts">
            <Button size="sm" icon={Undo2} shortcut="↵" onPress={() => takeBack(story)}>
              {t('trash.takeBack')}
            </Button>
          </div>
        </>
      )}
      {isAsking && (
        <EmptyTrashDialog
          count={stories.length}
          onClose={() => setAsking(false)}
          onEmpty={() => {
            setAsking(false)
            void trash.empty()
          }}
        />
      )}
    </div>
  )
}

function nameOf({ slug }: TrashedStory): string {
  return slug === '' ? t('trash.unreadable') : slug
}

function putWords({ at, by }: TrashedStory, now: Date): string {
  const time = formatListMoment(new Date(at), now)
  return by === '' ? t('trash.putAt', { time }) : t('trash.putBy', { by, time })
}

function leftWords({ at }: TrashedStory, trashDays: number, now: Date): string {
  return t('trash.daysLeft', { count: daysLeft(at, trashDays, now) })
}
