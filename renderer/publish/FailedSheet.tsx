import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SeverityIcon } from '../ui/Flag.tsx'

/** A publication that did not come about: why, and the way back to its sheet. */
export function FailedSheet(props: { message: string; onRetry: () => void; onClose: () => void }) {
  return (
    <Dialog
      isOpen
      width="small"
      title={t('publish.failed')}
      mark={<SeverityIcon tone="stop" size={16} />}
      closeLabel={t('dialog.close')}
      onClose={props.onClose}
      footer={
        <>
          <span className="grow" />
          <Button size="lg" onPress={props.onClose}>
            {t('dialog.close')}
          </Button>
          <Button look="primary" size="lg" onPress={props.onRetry}>
            {t('publish.tryAgain')}
          </Button>
        </>
      }
    >
      <p className="dialog__message" role="alert">
        {props.message}
      </p>
    </Dialog>
  )
}
