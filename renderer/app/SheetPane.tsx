import { useEffect } from 'react'
import type { StorySession } from '../editor/session.ts'
import { StoryEditor } from '../editor/StoryEditor.tsx'
import { t } from '../i18n/translate.ts'
import { BackupNotice } from '../recovery/BackupNotice.tsx'
import { ComparedRecovery } from '../recovery/ComparedRecovery.tsx'
import { DamageNotice } from '../recovery/DamageNotice.tsx'
import { NotSavedNotice } from '../recovery/NotSavedNotice.tsx'
import { OtherChangeNotices } from '../recovery/OtherChangeNotice.tsx'
import { RecoveredNotice } from '../recovery/RecoveredNotice.tsx'
import type { RecoveredStory } from '../recovery/recovered-story.ts'
import { UnreadStory } from '../recovery/UnreadStory.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { State, useStore } from '../ui/store.ts'
import { isEmptyDesk } from '../desk/list-state.ts'
import { useDesk } from './use-desk.ts'
import { useSnapshot } from './use-story.ts'
import { Welcome } from './Welcome.tsx'

/** The middle pane: what the editor has to know first, and the open story or what stands in its place. */
export function SheetPane() {
  return (
    <>
      <BackupNotice />
      <DamageNotice />
      <OtherChangeNotices />
      <Sheet />
    </>
  )
}

function Sheet() {
  const desk = useDesk()
  const current = useStore(desk.sessions.current)
  const list = useStore(desk.list.state)
  const isReady =
    current.state === 'open' || current.state === 'failed' || (current.state === 'none' && list.phase !== 'loading')
  useEffect(() => {
    if (isReady) {
      document.documentElement.dataset['ready'] = 'true'
      // Read by the benchmark of the start.
      performance.mark('ready')
    } else delete document.documentElement.dataset['ready']
  }, [isReady])
  switch (current.state) {
    case 'open':
      return <OpenStory key={current.id} session={current.session} />
    case 'opening':
      return (
        <p className="visually-hidden" role="status">
          {t('sheet.opening')}
        </p>
      )
    case 'failed':
      return <UnreadStory failed={current} />
    case 'none':
      if (list.phase === 'loading') return null
      if (isEmptyDesk(list)) return <Welcome />
      return <EmptyState title={t('sheet.none')}>{t('sheet.noneHint')}</EmptyState>
  }
}

function OpenStory({ session }: { session: StorySession }) {
  const { recovery } = useDesk()
  const recovered = useStore(recovery.recovered)
  return (
    <>
      {recovered?.session === session && <RecoveredNotice recovered={recovered} />}
      <SheetOrComparison session={session} recovered={recovered} />
      <NotSavedNotice session={session} />
    </>
  )
}

const never = new State(false)

function SheetOrComparison(props: { session: StorySession; recovered: RecoveredStory | null }) {
  const { session, recovered } = props
  const isComparing = useStore(recovered?.isComparing ?? never)
  return recovered !== null && isComparing ? <ComparedRecovery recovered={recovered} /> : <Copy session={session} />
}

function Copy({ session }: { session: StorySession }) {
  const desk = useDesk()
  const isFocusMode = useStore(desk.window.isFocusMode)
  const last = useSnapshot(session, (snapshot) => snapshot.record.publications).at(-1)
  return (
    <StoryEditor
      session={session}
      isFocusMode={isFocusMode}
      onFocusMode={() => desk.commands.run('focus-mode')}
      {...(last === undefined ? {} : { versionWords: t('history.version', { version: last.version }) })}
    />
  )
}
