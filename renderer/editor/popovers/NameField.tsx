import type { LucideIcon } from 'lucide-react'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { Key } from '../../ui/Key.tsx'

/** One line of the list under a name field. */
export interface NameOption {
  readonly key: string
  readonly icon: LucideIcon
  readonly words: ReactNode
  /** The name that the field takes when what was typed is its beginning; null for acts such as adding a name. */
  readonly name: string | null
}

/**
 * A field for a name with the list of what it may be. The best name completes what is being typed, the added letters
 * selected so that the next key writes over them. Arrow keys choose; the form around it decides what Enter does.
 */
export function NameField(props: {
  label: string
  text: string
  /** Called with what was typed, without the completion. */
  onType: (text: string) => void
  options: readonly NameOption[]
  /** Index of the chosen option, or -1 for none. */
  active: number
  onActive: (index: number) => void
  onChoose: (index: number) => void
  hint?: string
  lang?: string
  onEmptyBackspace?: () => void
}) {
  const { text, options, active } = props
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  const [mayComplete, setMayComplete] = useState(false)
  const completion = mayComplete && active === 0 ? completionOf(text, options[0]?.name ?? null) : ''
  useLayoutEffect(() => {
    const field = input.current
    if (completion !== '' && field !== null && document.activeElement === field) {
      field.setSelectionRange(text.length, text.length + completion.length)
    }
  }, [completion, text])

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Backspace' && text === '' && completion === '' && props.onEmptyBackspace !== undefined) {
      event.preventDefault()
      props.onEmptyBackspace()
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) {
      event.preventDefault()
      const last = options.length - 1
      if (event.key === 'ArrowDown') props.onActive(active >= last ? 0 : active + 1)
      else props.onActive(active <= 0 ? last : active - 1)
    }
  }

  return (
    <div className="name-field">
      <div className="name-field__box">
        <input
          ref={input}
          type="text"
          role="combobox"
          data-first-field
          aria-label={props.label}
          aria-autocomplete="both"
          aria-expanded={options.length > 0}
          aria-controls={options.length > 0 ? list : undefined}
          aria-activedescendant={options[active] === undefined ? undefined : `${list}-${active}`}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          lang={props.lang}
          maxLength={200}
          value={text + completion}
          onChange={(event) => {
            const { inputType } = event.nativeEvent as InputEvent
            setMayComplete(inputType === 'insertText')
            props.onType(event.target.value)
          }}
          onKeyDown={onKeyDown}
        />
        {props.hint !== undefined && <span className="name-field__hint clip">{props.hint}</span>}
      </div>
      {options.length > 0 && (
        <ul className="name-field__list" id={list} role="listbox" aria-label={props.label}>
          {options.map((option, index) => (
            <li
              key={option.key}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === active}
              className="name-field__option"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => props.onChoose(index)}
            >
              <Icon of={option.icon} size={14} />
              <span className="clip grow">{option.words}</span>
              {index === active && <Key>↵</Key>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function completionOf(text: string, name: string | null): string {
  if (name === null || text === '' || name.length <= text.length) return ''
  return name.toLocaleLowerCase().startsWith(text.toLocaleLowerCase()) ? name.slice(text.length) : ''
}
