import { useRef } from 'react'
import { Popover } from 'react-aria-components'
import { Entries } from './Menu.tsx'
import type { MenuEntry } from './Menu.tsx'
import './menu.css'

/** A point of the window, in CSS pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A menu at a point of the window. The focus goes back to where it was when it closes. */
export function ContextMenu(props: { label: string; at: Point; entries: readonly MenuEntry[]; onClose: () => void }) {
  const anchor = useRef<HTMLSpanElement>(null)
  return (
    <>
      <span
        ref={anchor}
        className="menu-anchor"
        aria-hidden
        style={{ insetBlockStart: props.at.y, left: props.at.x }}
      />
      <Popover
        className="menu"
        aria-label={props.label}
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        offset={0}
        onOpenChange={(isOpen) => {
          if (!isOpen) props.onClose()
        }}
      >
        <Entries label={props.label} entries={props.entries} takesFocus onDone={props.onClose} />
      </Popover>
    </>
  )
}
