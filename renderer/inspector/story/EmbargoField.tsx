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

/** Until when the story may not go out: text at rest, a small form to change it. `value` is an instant in UTC. */
export function EmbargoField(props: { value: string | null; onChange: (instant: string | null) => void }) {
  return (
    <span className="field-place" data-field="embargo">
      <Popover
        label={t('record.embargo')}
        button={
          <Pressable className="editable-value" aria-label={`${t('record.embargo')} ${shownOf(props.value)}`}>
            <span className={props.value === null ? 'muted' : 'numeric'}>{shownOf(props.value)}</span>
            <Icon of={ChevronDown} size={12} />
          </Pressable>
        }
      >
        {(close) => (
          <EmbargoForm
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

function EmbargoForm(props: { value: string | null; onChange: (instant: string | null) => void }) {
  const [instant, setInstant] = useState(props.value)
  const [now] = useState(() => new Date())
  const isPast = instant !== null && new Date(instant) <= now
  return (
    <PopoverForm
      onSubmit={() => {
        if (instant !== null && !isPast) props.onChange(instant)
      }}
    >
      <MomentField
        label={t('record.embargoUntil')}
        value={instant}
        onChange={setInstant}
        message={isPast ? t('record.embargoPast') : null}
        autoFocus
      />
      <div className="popover__acts">
        {props.value !== null && (
          <Button look="ghost" size="sm" onPress={() => props.onChange(null)}>
            {t('record.removeEmbargo')}
          </Button>
        )}
        <Button look="primary" size="sm" type="submit" isDisabled={instant === null || isPast}>
          {t('record.setEmbargo')}
        </Button>
      </div>
    </PopoverForm>
  )
}
