import type { ReactNode } from 'react'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import './small-form.css'

/** A small dialog that asks for one thing: its field, and below it the way out and the way on, which Enter takes too. */
export function SmallForm(props: {
  title: string
  submitWords: string
  canSubmit: boolean
  onSubmit: () => void
  onClose: () => void
  /** The field. */
  children: ReactNode
}) {
  return (
    <Dialog isOpen width="small" title={props.title} closeLabel={t('dialog.close')} onClose={props.onClose}>
      <form
        className="small-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (props.canSubmit) props.onSubmit()
        }}
      >
        {props.children}
        <div className="small-form__acts">
          <Button shortcut="Esc" onPress={props.onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button look="primary" type="submit" shortcut="↵" isDisabled={!props.canSubmit}>
            {props.submitWords}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
