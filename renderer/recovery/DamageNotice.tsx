import type { StoryId } from '../../storage/model/ids.ts'
import { useDesk } from '../app/use-desk.ts'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { useStore } from '../ui/store.ts'
import { DamagedFiles } from './DamagedFiles.tsx'
import { Notice } from './Notice.tsx'

/** What was damaged beside the open story: one notice for all of it, until somebody has read it. */
export function DamageNotice() {
  const { recovery, list, sessions } = useDesk()
  const damage = useStore(recovery.damage)
  const { unreadable } = useStore(list.state)
  const current = useStore(sessions.current)
  // The list has a line of its own for stories that cannot be read, and the open story says what was wrong with it.
  const isSaidElsewhere = (id: StoryId | null): boolean =>
    id !== null && (unreadable.some((story) => story.id === id) || (current.state !== 'none' && current.id === id))
  const files = damage
    .filter(({ id }) => !isSaidElsewhere(id))
    .map(({ id, message, quarantined }) => ({
      message: id === null ? message : `${t('damage.of', { slug: recovery.slugOf(id) })} ${message}`,
      quarantined,
    }))
  if (files.length === 0) return null
  const title = t('damage.title', { count: files.length })
  return (
    <Notice
      tone="warn"
      label={title}
      acts={
        <Button size="sm" onPress={() => recovery.damage.set([])}>
          {t('damage.close')}
        </Button>
      }
    >
      <p role="alert">
        <b>{title}</b>
      </p>
      <DamagedFiles files={files} />
    </Notice>
  )
}
