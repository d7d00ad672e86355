import { useEffect } from 'react'
import { StoryEditor } from '../editor/StoryEditor.tsx'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useStore } from '../ui/store.ts'
import { useDesk } from './use-desk.ts'
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
      return <StoryEditor key={current.id} session={current.session} />
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
