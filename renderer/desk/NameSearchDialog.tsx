import { useState } from 'react'
import { SmallForm } from '../app/SmallForm.tsx'
import { useDesk } from '../app/use-desk.ts'
import { t } from '../i18n/translate.ts'
import { Field } from '../ui/Field.tsx'
import { useStore } from '../ui/store.ts'
import type { SavedSearch } from '../../storage/model/listing.ts'
import { isNameTaken, keptUnder, listsTheSame } from './search-names.ts'

/** Asks what a search is to be called that is kept, or that is kept already. */
export function NameSearchDialog({ search, onClose }: { search: SavedSearch; onClose: () => void }) {
  const desk = useDesk()
  const { searches } = useStore(desk.settings)
  const [typed, setTyped] = useState(search.name)
  const name = typed.trim()
  const isTaken = isNameTaken(searches, search, name)
  const isKept = searches.some((each) => listsTheSame(each, search))
  const submit = (): void => {
    onClose()
    void desk.changeSettings({ searches: keptUnder(searches, search, name) })
  }
  return (
    <SmallForm
      title={t(isKept ? 'desk.searchRename' : 'desk.searchName')}
      submitWords={t('desk.searchKeep')}
      canSubmit={name !== '' && !isTaken}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field
        label={t('desk.searchNameField')}
        message={isTaken ? { tone: 'stop', words: t('desk.searchNameTaken') } : null}
      >
        {(control) => (
          <input
            {...control}
            className="input"
            type="text"
            dir="auto"
            maxLength={80}
            autoFocus
            value={typed}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
    </SmallForm>
  )
}
