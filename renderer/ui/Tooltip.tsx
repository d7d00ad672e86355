import type { ReactElement, ReactNode } from 'react'
import { Tooltip as Bubble, TooltipTrigger } from 'react-aria-components'
import { Key } from './Key.tsx'
import './tooltip.css'

/** Shows the name of a control, and its key, when the pointer rests on it or it has the focus. */
export function Tooltip(props: { words: ReactNode; shortcut?: string | undefined; children: ReactElement }) {
  return (
    <TooltipTrigger delay={700} closeDelay={0}>
      {props.children}
      <Bubble className="tooltip" offset={6}>
        <span>{props.words}</span>
        {props.shortcut !== undefined && <Key>{props.shortcut}</Key>}
      </Bubble>
    </TooltipTrigger>
  )
}
