import { useState } from 'react'
import { messageOfError } from '../../app/messages.ts'
import { useDesk } from '../../app/use-desk.ts'
import { t } from '../../i18n/translate.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import './name-version.css'

/** Asks what the story as it stands now is to be called, and keeps it under that name. */
export function NameVersionDialog({ onClose }: { onClose: () => void }) {
  const desk = useDesk()
  const [name, setName] = useState('')
  const [message, setMessage] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const submit = async (): Promise<void> => {
    setBusy(true)
    try {
      const version = await desk.versions.name(name.trim())
      onClose()
      desk.toasts.show(t('history.isNamed', { version: version.number, name: version.name }))
    } catch (error) {
      setMessage(t('history.notNamed', { message: messageOfError(error) }))
      setBusy(false)
    }
  }
  return (
    <Dialog isOpen title={t('history.name')} closeLabel={t('dialog.close')} onClose={onClose} width="small">
      <form
        className="name-version"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '' && !isBusy) void submit()
        }}
      >
        <Field
          label={t('history.nameField')}
          hint={t('history.nameHint')}
          message={message === null ? null : { tone: 'stop', words: message }}
        >
          {(control) => (
            <input
              {...control}
              className="input"
              type="text"
              dir="auto"
              maxLength={200}
              autoFocus
              value={name}
              onChange={(event) => {
                setName(event.target.value)
                setMessage(null)
              }}
            />
          )}
        </Field>
        <div className="name-version__acts">
          <Button shortcut="Esc" onPress={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button look="primary" type="submit" shortcut="↵" isDisabled={name.trim() === '' || isBusy}>
            {t('history.nameKeep')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
