import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as Pressable, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { Icon } from './Icon.tsx'
import { classes } from './classes.ts'
import './choice.css'

export interface Option<Value extends string> {
  readonly value: Value
  readonly words: string
  /** Drawn before the words. */
  readonly before?: ReactNode
  readonly lang?: string
}

/** One of several: as a form field, or (`rests`) as text that opens the list. */
export function Choice<Value extends string>(props: {
  label: string
  value: Value
  options: readonly Option<Value>[]
  onChange: (value: Value) => void
  rests?: boolean
  id?: string
  placement?: 'bottom start' | 'bottom end'
}) {
  const chosen = props.options.find((option) => option.value === props.value)
  return (
    <Select
      className={classes('choice', props.rests === true && 'choice--rests')}
      aria-label={props.label}
      value={props.value}
      onChange={(key) => {
        const option = props.options.find((candidate) => candidate.value === key)
        if (option !== undefined && option.value !== props.value) props.onChange(option.value)
      }}
    >
      <Pressable
        className={props.rests === true ? 'editable-value' : 'input choice__button'}
        id={props.id ?? undefined}
      >
        {chosen?.before}
        <SelectValue className="clip" lang={chosen?.lang}>
          {chosen?.words ?? props.value}
        </SelectValue>
        <Icon of={ChevronDown} size={12} />
      </Pressable>
      <Popover className="menu" placement={props.placement ?? 'bottom start'} offset={4}>
        <ListBox className="menu__list">
          {props.options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.words} className="menu__item">
              {option.before}
              <span className="grow" lang={option.lang}>
                {option.words}
              </span>
              {option.value === props.value && <Icon of={Check} size={14} />}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
