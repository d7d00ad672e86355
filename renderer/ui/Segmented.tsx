import type { ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { classes } from './classes.ts'
import './segmented.css'

export interface Segment<Value extends string> {
  readonly value: Value
  readonly words: ReactNode
}

/** Two to four short choices, one of them made. Arrow keys move between them. */
export function Segmented<Value extends string>(props: {
  label: string
  value: Value
  segments: readonly Segment<Value>[]
  onChange: (value: Value) => void
  fill?: boolean
}) {
  return (
    <ToggleButtonGroup
      className={classes('segmented', props.fill === true && 'segmented--fill')}
      aria-label={props.label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.value]}
      onSelectionChange={(keys) => {
        const chosen = props.segments.find((segment) => keys.has(segment.value))
        if (chosen !== undefined) props.onChange(chosen.value)
      }}
    >
      {props.segments.map((segment) => (
        <ToggleButton key={segment.value} id={segment.value} className="segmented__choice">
          {segment.words}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
