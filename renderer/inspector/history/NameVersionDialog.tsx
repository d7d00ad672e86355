import { useState } from 'react'
import { messageOfError } from '../../app/messages.ts'
import { SmallForm } from '../../app/SmallForm.tsx'
import { useDesk } from '../../app/use-desk.ts'
import { t } from '../../i18n/translate.ts'
import { Field } from '../../ui/Field.tsx'

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
    <SmallForm
      title={t('history.name')}
      submitWords={t('history.nameKeep')}
      canSubmit={name.trim() !== '' && !isBusy}
      onSubmit={() => void submit()}
      onClose={onClose}
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
    </SmallForm>
  )
}
