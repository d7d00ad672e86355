import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button as Pressable } from 'react-aria-components'
import { formatMoment } from '../../i18n/format.ts'
import { t } from '../../i18n/translate.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { MomentField } from '../../ui/MomentField.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { PopoverForm } from '../../ui/PopoverForm.tsx'

interface MomentWords {
  readonly label: string
  readonly until: string
  readonly set: string
  readonly remove: string
  /** Why a time that has passed cannot be set, or null where it can. */
  readonly past: string | null
}

interface MomentProps {
  readonly words: MomentWords
  readonly value: string | null
  readonly onChange: (instant: string | null) => void
}

/** A moment of the record: text at rest, a small form to change it. `value` is an instant in UTC. */
export function RecordMoment(props: MomentProps & { field: string }) {
  const { label } = props.words
  return (
    <span className="field-place" data-field={props.field}>
      <Popover
        label={label}
        button={
          <Pressable className="editable-value" aria-label={`${label} ${shownOf(props.value)}`}>
            <span className={props.value === null ? 'muted' : 'numeric'}>{shownOf(props.value)}</span>
            <Icon of={ChevronDown} size={12} />
          </Pressable>
        }
      >
        {(close) => (
          <MomentForm
            words={props.words}
            value={props.value}
            onChange={(instant) => {
              props.onChange(instant)
              close()
            }}
          />
        )}
      </Popover>
    </span>
  )
}

function shownOf(value: string | null): string {
  return value === null ? t('record.none') : formatMoment(new Date(value))
}

function MomentForm({ words, value, onChange }: MomentProps) {
  const [instant, setInstant] = useState(value)
  const [now] = useState(() => new Date())
  const isRefused = words.past !== null && instant !== null && new Date(instant) <= now
  return (
    <PopoverForm
      onSubmit={() => {
        if (instant !== null && !isRefused) onChange(instant)
      }}
    >
      <MomentField
        label={words.until}
        value={instant}
        onChange={setInstant}
        message={isRefused ? words.past : null}
        autoFocus
      />
      <div className="popover__acts">
        {value !== null && (
          <Button look="ghost" size="sm" onPress={() => onChange(null)}>
            {words.remove}
          </Button>
        )}
        <Button look="primary" size="sm" type="submit" isDisabled={instant === null || isRefused}>
          {words.set}
        </Button>
      </div>
    </PopoverForm>
  )
}
