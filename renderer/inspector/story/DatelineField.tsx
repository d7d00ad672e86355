import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button as Pressable } from 'react-aria-components'
import type { Dateline } from '../../../storage/model/record.ts'
import { formatCalendarDay } from '../../i18n/format.ts'
import { t } from '../../i18n/translate.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { DayField } from '../../ui/MomentField.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { PopoverForm } from '../../ui/PopoverForm.tsx'

/** Where and when the story was filed: text at rest, a small form to change it. */
export function DatelineField(props: { value: Dateline | null; onChange: (dateline: Dateline | null) => void }) {
  const shown = showDateline(props.value)
  return (
    <span className="field-place" data-field="dateline">
      <Popover
        label={t('record.dateline')}
        button={
          <Pressable className="editable-value" aria-label={`${t('record.dateline')} ${shown}`}>
            <bdi className={props.value === null ? 'muted' : 'clip'}>{shown}</bdi>
            <Icon of={ChevronDown} size={12} />
          </Pressable>
        }
      >
        {(close) => (
          <DatelineForm
            value={props.value}
            onChange={(dateline) => {
              props.onChange(dateline)
              close()
            }}
          />
        )}
      </Popover>
    </span>
  )
}

function showDateline(value: Dateline | null): string {
  if (value === null) return t('record.none')
  return value.date === null ? value.place : `${value.place}, ${formatCalendarDay(value.date)}`
}

function DatelineForm(props: { value: Dateline | null; onChange: (dateline: Dateline | null) => void }) {
  const [place, setPlace] = useState(props.value?.place ?? '')
  const [day, setDay] = useState(props.value?.date ?? null)
  const isWhole = place.trim() !== ''
  return (
    <PopoverForm
      onSubmit={() => {
        if (isWhole) props.onChange({ place: place.trim(), date: day })
      }}
    >
      <Field label={t('record.datelinePlace')}>
        {(control) => (
          <input
            {...control}
            autoFocus
            className="input"
            dir="auto"
            maxLength={200}
            value={place}
            onChange={(event) => setPlace(event.target.value)}
          />
        )}
      </Field>
      <DayField label={t('record.datelineDay')} value={day} onChange={setDay} />
      <div className="popover__acts">
        {props.value !== null && (
          <Button look="ghost" size="sm" onPress={() => props.onChange(null)}>
            {t('record.removeDateline')}
          </Button>
        )}
        <Button look="primary" size="sm" type="submit" isDisabled={!isWhole}>
          {t('record.setDateline')}
        </Button>
      </div>
    </PopoverForm>
  )
}
