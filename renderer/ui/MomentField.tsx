import { fromDate, getLocalTimeZone, parseDate, toCalendarDateTime } from '@internationalized/date'
import type { CalendarDate, CalendarDateTime } from '@internationalized/date'
import { DateField, DateInput, DateSegment, FieldError, Label } from 'react-aria-components'
import './field.css'
import './moment-field.css'

/** A field for a day and a time of this computer's clock, part by part, 24 hours. `value` is an instant in UTC. */
export function MomentField(props: {
  label: string
  value: string | null
  onChange: (instant: string | null) => void
  /** What is wrong with the value, or null. */
  message: string | null
  autoFocus?: boolean
}) {
  const zone = getLocalTimeZone()
  return (
    <DateField<CalendarDateTime>
      className="field"
      granularity="minute"
      hourCycle={24}
      shouldForceLeadingZeros
      value={props.value === null ? null : toCalendarDateTime(fromDate(new Date(props.value), zone))}
      onChange={(value) => props.onChange(value === null ? null : value.toDate(zone).toISOString())}
      isInvalid={props.message !== null}
      autoFocus={props.autoFocus === true}
    >
      <Parts label={props.label} message={props.message} />
    </DateField>
  )
}

/** A field for a calendar day, `2026-04-14`, part by part. */
export function DayField(props: { label: string; value: string | null; onChange: (day: string | null) => void }) {
  return (
    <DateField<CalendarDate>
      className="field"
      granularity="day"
      shouldForceLeadingZeros
      value={props.value === null ? null : parseDate(props.value)}
      onChange={(value) => props.onChange(value === null ? null : value.toString())}
    >
      <Parts label={props.label} message={null} />
    </DateField>
  )
}

function Parts({ label, message }: { label: string; message: string | null }) {
  return (
    <>
      <div className="field__head">
        <Label className="field__label">{label}</Label>
      </div>
      <DateInput className="input moment">
        {(segment) => <DateSegment className="moment__part" segment={segment} />}
      </DateInput>
      {message !== null && <FieldError className="field__message field__message--stop">{message}</FieldError>}
    </>
  )
}
