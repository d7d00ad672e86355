import { useState } from 'react'
import type { StoryId } from '../../storage/model/ids.ts'
import { SmallForm } from '../app/SmallForm.tsx'
import { useDesk } from '../app/use-desk.ts'
import { t } from '../i18n/translate.ts'
import { Field } from '../ui/Field.tsx'
import { keywordsIn } from './act-words.ts'

/** Asks for the keywords that stories get beside those they have. */
export function TagDialog({ ids, onClose }: { ids: readonly StoryId[]; onClose: () => void }) {
  const desk = useDesk()
  const [typed, setTyped] = useState('')
  const keywords = keywordsIn(typed)
  const submit = (): void => {
    onClose()
    void desk.acts.change(ids, { field: 'keywords', add: keywords })
  }
  return (
    <SmallForm
      title={t('acts.tagTitle', { count: ids.length })}
      submitWords={t('acts.tagDo')}
      canSubmit={keywords.length > 0}
      onSubmit={submit}
      onClose={onClose}
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
    </SmallForm>
  )
}
