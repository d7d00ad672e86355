import { useState } from 'react'
import { t } from '../i18n/translate.ts'
import { Tag } from '../ui/Tag.tsx'
import './name-tags.css'

/** Names as tags, each with a button that takes it away, and a field at the end that adds one. */
export function NameTags(props: {
  label: string
  names: readonly string[]
  most: number
  removeLabel: (name: string) => string
  onChange: (names: string[]) => void
}) {
  const [text, setText] = useState('')
  const add = (): void => {
    const name = text.trim()
    setText('')
    if (name !== '' && !props.names.includes(name)) props.onChange([...props.names, name])
  }
  const remove = (name: string): void => props.onChange(props.names.filter((other) => other !== name))
  const last = props.names.at(-1)
  return (
    <span className="name-tags">
      {props.names.map((name) => (
        <Tag key={name} removeLabel={props.removeLabel(name)} onRemove={() => remove(name)}>
          {name}
        </Tag>
      ))}
      {props.names.length < props.most && (
        <input
          className="editable name-tags__field"
          type="text"
          dir="auto"
          aria-label={props.label}
          placeholder={props.names.length === 0 ? t('tags.add') : '+'}
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter' || (event.key === ',' && text.trim() !== '')) add()
            else if (event.key === 'Escape' && text !== '') {
              event.stopPropagation()
              setText('')
            } else if (event.key === 'Backspace' && text === '' && last !== undefined) remove(last)
            else return
            event.preventDefault()
          }}
        />
      )}
    </span>
  )
}
