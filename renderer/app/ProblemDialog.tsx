import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SeverityIcon } from '../ui/Flag.tsx'
import { useStore } from '../ui/store.ts'
import { useDesk } from './use-desk.ts'

/** One sentence about what went wrong, until somebody has read it. */
export function ProblemDialog() {
  const desk = useDesk()
  const message = useStore(desk.problem)
  const close = (): void => desk.problem.set(null)
  return (
    <Dialog
      isOpen={message !== null}
      width="small"
      title={t('problem.title')}
      mark={<SeverityIcon tone="stop" size={16} />}
      closeLabel={t('dialog.close')}
      onClose={close}
      footer={
        <>
          <span className="grow" />
          <Button look="primary" size="lg" autoFocus onPress={close}>
            {t('dialog.close')}
          </Button>
        </>
      }
    >
      <p className="dialog__message" role="alert">
        {message}
      </p>
    </Dialog>
  )
}
