import type { ReactElement, ReactNode } from 'react'
import { Dialog, DialogTrigger, Popover as Frame } from 'react-aria-components'
import { Key } from './Key.tsx'
import './menu.css'
import './popover.css'

export interface KeyHint {
  readonly shortcut: string
  readonly words: string
}

/** A button (its first child) and a small form that hangs on it. The form is given a function that closes it. */
export function Popover(props: {
  label: string
  button: ReactElement
  hints?: readonly KeyHint[]
  children: (close: () => void) => ReactNode
}) {
  return (
    <DialogTrigger>
      {props.button}
      <Frame className="popover" offset={6} placement="bottom start">
        <Dialog className="popover__form" aria-label={props.label}>
          {({ close }) => (
            <>
              <div className="popover__body">{props.children(close)}</div>
              {props.hints !== undefined && <KeyHints hints={props.hints} />}
            </>
          )}
        </Dialog>
      </Frame>
    </DialogTrigger>
  )
}

/** The keys that act in a popover, at its foot. */
export function KeyHints({ hints }: { hints: readonly KeyHint[] }) {
  return (
    <div className="key-hints">
      {hints.map((hint) => (
        <span key={hint.words}>
          <Key>{hint.shortcut}</Key> {hint.words}
        </span>
      ))}
    </div>
  )
}
