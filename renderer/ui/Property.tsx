import type { ReactNode } from 'react'
import { useId } from 'react'
import { useDraft } from './useDraft.ts'
import { classes } from './classes.ts'
import './property.css'

/** A list of names and values, side by side. */
export function Properties({ children, className }: { children: ReactNode; className?: string }) {
  return <dl className={classes('properties', className)}>{children}</dl>
}

/** One line of `Properties`. */
export function Property({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="property">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/**
 * A value that rests as text and is edited in place: the pointer shows a wash, focus makes it a field,
 * Enter or leaving saves, Escape restores. `check` answers with what is wrong with a text, or null.
 */
export function EditableText(props: {
  label: string
  value: string
  onCommit: (text: string) => void
  placeholder: string
  check?: (text: string) => string | null
  wire?: boolean
  lines?: boolean
  lang?: string | undefined
  dir?: 'ltr' | 'rtl' | 'auto'
  maxLength?: number
}) {
  const messageId = useId()
  const wrong = (text: string): string | null => (text === props.value ? null : (props.check?.(text) ?? null))
  const draft = useDraft(
    props.value,
    (text) => {
      if (wrong(text) === null) props.onCommit(text)
    },
    false,
  )
  const message = wrong(draft.text)
  const common = {
    'aria-label': props.label,
    'aria-invalid': message === null ? undefined : (true as const),
    'aria-describedby': message === null ? undefined : messageId,
    className: classes('editable', props.wire === true && 'editable--wire'),
    value: draft.text,
    placeholder: props.placeholder,
    lang: props.lang,
    dir: props.dir ?? ('auto' as const),
    maxLength: props.maxLength,
    onBlur: draft.commit,
    onKeyDown: draft.onKeyDown,
  }
  return (
    <span className="editable-frame">
      {props.lines === true ? (
        <textarea
          {...common}
          rows={1}
          onChange={(event) => {
            draft.change(event.target.value)
          }}
        />
      ) : (
        <input
          {...common}
          type="text"
          onChange={(event) => {
            draft.change(event.target.value)
          }}
        />
      )}
      {message !== null && (
        <span className="editable__message" id={messageId} role="alert">
          {message}
        </span>
      )}
    </span>
  )
}
