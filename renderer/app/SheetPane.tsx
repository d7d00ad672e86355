import { useEffect } from 'react'
import type { StorySession } from '../editor/session.ts'
import { StoryEditor } from '../editor/StoryEditor.tsx'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useStore } from '../ui/store.ts'
import { useDesk } from './use-desk.ts'
import { useSnapshot } from './use-story.ts'
import { Welcome } from './Welcome.tsx'

/** The middle pane: the open story, or what stands in its place. */
export function SheetPane() {
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
      return (
        <div role="alert">
          <EmptyState
            title={t('sheet.failed')}
            act={<Button onPress={() => void desk.sessions.open(current.id)}>{t('sheet.tryAgain')}</Button>}
          >
            {current.message}
          </EmptyState>
        </div>
      )
    case 'none':
      if (list.phase === 'loading') return null
      if (list.stories.length === 0 && list.query === '') return <Welcome />
      return <EmptyState title={t('sheet.none')}>{t('sheet.noneHint')}</EmptyState>
  }
}

function OpenStory({ session }: { session: StorySession }) {
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
