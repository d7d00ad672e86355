import { useCallback, useEffect, useRef } from 'react'
import { useDesk } from '../app/use-desk.ts'
import { useSnapshot } from '../app/use-story.ts'
import type { StorySession } from '../editor/session.ts'
import { t } from '../i18n/translate.ts'
import { useNowFacts } from '../inspector/history/use-now-facts.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useStore } from '../ui/store.ts'
import { Toasts } from '../ui/Toasts.tsx'
import type { Change } from './changes.ts'
import { ChangeNote } from './ChangeNote.tsx'
import { ChangesPane } from './ChangesPane.tsx'
import type { Compared, Comparing } from './compare-desk.ts'
import { CompareBar } from './CompareBar.tsx'
import { ComparedStory } from './ComparedStory.tsx'
import { VersionsPane } from './VersionsPane.tsx'
import './compare-screen.css'

/** Two versions of the open story in place of the panes: versions, the copy with its changes, the changes as a list. */
export function CompareScreen({ comparing }: { comparing: Comparing }) {
  const desk = useDesk()
  const { session, sides, result } = comparing
  const isNarrow = useStore(desk.window.isNarrow)
  const isDrawerOpen = useStore(desk.window.isDrawerOpen)
  const now = useNowFacts(session)
  const sheet = useRef<HTMLDivElement>(null)
  const compared = result.state === 'compared' ? result : null
  useEffect(() => {
    // In a narrow window the changes are a drawer over the copy, and open when they are asked for.
    desk.window.isDrawerOpen.set(false)
    sheet.current?.focus({ preventScroll: true })
    return () => {
      desk.compare.returnFocus()
    }
  }, [desk])
  return (
    <div className="compare">
      <nav className="pane compare__versions" data-pane="list" aria-label={t('history.title')}>
        <VersionsPane session={session} sides={sides} now={now} />
      </nav>
      <main className="pane pane--sheet" aria-label={t('compare.title')}>
        <CompareBar sides={sides} compared={compared} now={now} />
        <div className="sheet" data-pane="sheet" ref={sheet} tabIndex={0} role="group" aria-label={t('compare.copy')}>
          <Middle comparing={comparing} compared={compared} />
        </div>
        <Toasts queue={desk.toasts} label={t('toast.region')} />
      </main>
      {compared !== null && sides !== null && (!isNarrow || isDrawerOpen) && (
        <aside className="pane pane--inspector" data-pane="inspector" aria-label={t('compare.changes')}>
          <ChangesPane compared={compared} from={sides.from} />
        </aside>
      )}
    </div>
  )
}

function Middle({ comparing, compared }: { comparing: Comparing; compared: Compared | null }) {
  const desk = useDesk()
  const { phase } = useStore(desk.versions.state)
  const { result, sides, session } = comparing
  if (result.state === 'failed') {
    return (
      <div role="alert">
        <EmptyState title={t('compare.failed')}>{result.message}</EmptyState>
      </div>
    )
  }
  if (phase === 'failed') return <EmptyState title={t('history.failed')} />
  if (sides === null && phase === 'ready') {
    return (
      <EmptyState
        title={t('history.empty')}
        act={
          <Button shortcut="Esc" onPress={() => void desk.compare.close()}>
            {t('compare.close')}
          </Button>
        }
      />
    )
  }
  if (compared === null) {
    return (
      <p className="visually-hidden" role="status">
        {t('compare.reading')}
      </p>
    )
  }
  return <Copy compared={compared} session={session} isNow={sides?.to === 'now'} />
}

function Copy({ compared, session, isNow }: { compared: Compared; session: StorySession; isNow: boolean }) {
  const desk = useDesk()
  const { compare } = desk
  const current = useStore(compare.current)
  const layout = useStore(compare.layout)
  const language = useSnapshot(session, (snapshot) => snapshot.record.language)
  const note = useCallback(
    (change: Change, isCurrent: boolean) => {
      const described = compared.changes[change.number - 1]
      if (described === undefined || (!isCurrent && described.quote !== 'verified')) return null
      return <ChangeNote described={described} compared={compared} isCurrent={isCurrent} isNow={isNow} />
    },
    [compared, isNow],
  )
  return (
    <ComparedStory
      comparison={compared.comparison}
      language={language}
      current={current}
      onChoose={(number) => compare.current.set(number)}
      layout={layout}
      note={note}
    />
  )
}
