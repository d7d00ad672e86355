import type { ReactNode } from 'react'
import { Button as Pressable } from 'react-aria-components'
import type { PressEvent } from 'react-aria-components'
import './chip.css'

/** A round toggle that filters, with the count of what it lets through. */
export function Chip(props: {
  isOn: boolean
  count: string
  children: ReactNode
  onPress: (event: PressEvent) => void
}) {
  return (
    <Pressable className="chip" aria-pressed={props.isOn} onPress={props.onPress}>
      {props.children} <span className="chip__count">{props.count}</span>
    </Pressable>
  )
}
