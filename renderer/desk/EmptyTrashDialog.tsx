import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

/** Asks before anything is removed for good: the one act here that cannot be undone. */
export function EmptyTrashDialog(props: { count: number; onClose: () => void; onEmpty: () => void }) {
  return (
    <Dialog
      isOpen
      title={t('trash.ask')}
      closeLabel={t('dialog.close')}
      onClose={props.onClose}
      width="small"
      footer={
        <>
          <span className="grow" />
          <Button size="lg" autoFocus shortcut="Esc" onPress={props.onClose}>
            {t('trash.keep')}
          </Button>
          <Button look="primary" size="lg" onPress={props.onEmpty}>
            {t('trash.empty')}
          </Button>
        </>
      }
    >
      <p className="dialog__message">{t('trash.askAbout', { count: props.count })}</p>
    </Dialog>
  )
}
