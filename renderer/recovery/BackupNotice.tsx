import { useDesk } from '../app/use-desk.ts'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { useStore } from '../ui/store.ts'
import { Notice } from './Notice.tsx'

/** Why the backup of the day could not be made, until somebody has read it. */
export function BackupNotice() {
  const { recovery } = useDesk()
  const message = useStore(recovery.backupFailure)
  if (message === null) return null
  return (
    <Notice
      tone="warn"
      label={t('backup.title')}
      acts={
        <Button size="sm" onPress={() => recovery.backupFailure.set(null)}>
          {t('backup.close')}
        </Button>
      }
    >
      <p role="alert">
        <b>{t('backup.title')}</b> {message}
      </p>
    </Notice>
  )
}
