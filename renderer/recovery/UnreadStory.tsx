import type { Opened } from '../app/sessions.ts'
import { useDesk } from '../app/use-desk.ts'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { RebuildStory } from './RebuildStory.tsx'

/** A story that did not open: why, what is safe, and what can be done about it. */
export function UnreadStory({ failed }: { failed: Extract<Opened, { state: 'failed' }> }) {
  const desk = useDesk()
  switch (failed.code) {
    case 'story_damaged':
      return <RebuildStory key={failed.id} id={failed.id} message={failed.message} />
    case 'newer_format':
      return (
        <div role="alert">
          <EmptyState title={t('sheet.failed')}>
            {failed.message} {t('damaged.newerHint')}
          </EmptyState>
        </div>
      )
    default:
      return (
        <div role="alert">
          <EmptyState
            title={t('sheet.failed')}
            act={<Button onPress={() => void desk.sessions.open(failed.id)}>{t('sheet.tryAgain')}</Button>}
          >
            {failed.message}
          </EmptyState>
        </div>
      )
  }
}
