import { useState } from 'react'
import type { StoryId } from '../../storage/model/ids.ts'
import { useDesk } from '../app/use-desk.ts'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { keywordsIn } from './act-words.ts'
import './small-form.css'

/** Asks for the keywords that stories get beside those they have. */
export function TagDialog({ ids, onClose }: { ids: readonly StoryId[]; onClose: () => void }) {
  const desk = useDesk()
  const [typed, setTyped] = useState('')
  const keywords = keywordsIn(typed)
  const submit = (): void => {
    if (keywords.length === 0) return
    onClose()
    void desk.acts.change(ids, { field: 'keywords', add: keywords })
  }
  return (
    <Dialog
      isOpen
      width="small"
      title={t('acts.tagTitle', { count: ids.length })}
      closeLabel={t('dialog.close')}
      onClose={onClose}
    >
      <form
        className="small-form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Field label={t('acts.tagField')} hint={t('acts.tagHint')} message={null}>
          {(control) => (
            <input
              {...control}
              className="input"
              type="text"
              dir="auto"
              maxLength={1000}
              autoFocus
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <div className="small-form__acts">
          <Button shortcut="Esc" onPress={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button look="primary" type="submit" shortcut="↵" isDisabled={keywords.length === 0}>
            {t('acts.tagDo')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
