import { useId } from 'react'
import type { ReactNode } from 'react'
import { SeverityIcon } from './Flag.tsx'
import './field.css'

export interface FieldMessage {
  readonly tone: 'warn' | 'stop'
  readonly words: string
}

/** What the control inside a field must bear, so that label, hint and message belong to it. */
export interface FieldControl {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'data-tone': 'warn' | 'stop' | undefined
}

/** A form field: the label above, a hint at its end, the control, and a message below that says what is wrong. */
export function Field(props: {
  label: ReactNode
  hint?: ReactNode
  message?: FieldMessage | null
  children: (control: FieldControl) => ReactNode
}) {
  const id = useId()
  const { hint } = props
  const message = props.message ?? null
  const describedBy = [hint !== undefined && `${id}-hint`, message !== null && `${id}-message`]
    .filter(Boolean)
    .join(' ')
  return (
    <div className="field">
      <div className="field__head">
        <label className="field__label" htmlFor={id}>
          {props.label}
        </label>
        {hint !== undefined && (
          <span className="field__hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </div>
      {props.children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': message?.tone === 'stop' ? true : undefined,
        'data-tone': message?.tone,
      })}
      {message !== null && (
        <p className={`field__message field__message--${message.tone}`} id={`${id}-message`}>
          <SeverityIcon tone={message.tone} size={12} />
          <span>{message.words}</span>
        </p>
      )}
    </div>
  )
}
