import type { ReactNode } from 'react'
import { Field } from './Field.tsx'
import type { FieldMessage } from './Field.tsx'
import { classes } from './classes.ts'
import { useDraft } from './useDraft.ts'

export interface TextFieldProps {
  label: ReactNode
  value: string
  /** Called when the field is left or Enter is pressed, with text that differs from `value`. */
  onCommit: (text: string) => void
  /** Called at every key. */
  onType?: (text: string) => void
  /** A hint, or what to say of the text as it is being typed. */
  hint?: ReactNode | ((text: string) => ReactNode)
  message?: FieldMessage | null | ((text: string) => FieldMessage | null)
  placeholder?: string
  /** More than one line. */
  lines?: boolean
  /** Set in the face of the copy. */
  copy?: boolean
  lang?: string
  dir?: 'ltr' | 'rtl' | 'auto'
  isDisabled?: boolean
  maxLength?: number
}

/** A labelled text field that saves when it is left. */
export function TextField(props: TextFieldProps) {
  const draft = useDraft(props.value, props.onCommit, props.lines === true)
  const { hint, message } = props
  return (
    <Field
      label={props.label}
      hint={typeof hint === 'function' ? hint(draft.text) : hint}
      message={typeof message === 'function' ? message(draft.text) : (message ?? null)}
    >
      {(control) => {
        const common = {
          ...control,
          className: classes('input', props.copy === true && 'input--copy'),
          value: draft.text,
          placeholder: props.placeholder,
          lang: props.lang,
          dir: props.dir ?? 'auto',
          disabled: props.isDisabled,
          maxLength: props.maxLength,
          onBlur: draft.commit,
          onKeyDown: draft.onKeyDown,
        }
        const type = (text: string): void => {
          draft.change(text)
          props.onType?.(text)
        }
        return props.lines === true ? (
          <textarea
            {...common}
            rows={2}
            onChange={(event) => {
              type(event.target.value)
            }}
          />
        ) : (
          <input
            {...common}
            type="text"
            onChange={(event) => {
              type(event.target.value)
            }}
          />
        )
      }}
    </Field>
  )
}
