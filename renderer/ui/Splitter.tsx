import { useRef } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import './splitter.css'

/** One press of an arrow key, in CSS pixels. */
const step = 16

/**
 * The divider between two panes: dragged, or moved by arrow keys when it has the focus.
 * `side` says whether the pane it sizes lies before or after it in reading direction.
 */
export function Splitter(props: {
  label: string
  controls: string
  side: 'before' | 'after'
  size: number
  min: number
  max: number
  onResize: (size: number) => void
}) {
  const drag = useRef<{ from: number; size: number; sign: number } | null>(null)
  const signOf = (element: HTMLElement): number =>
    (getComputedStyle(element).direction === 'rtl' ? -1 : 1) * (props.side === 'before' ? 1 : -1)
  const resize = (size: number): void => {
    props.onResize(Math.round(Math.min(props.max, Math.max(props.min, size))))
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { from: event.clientX, size: props.size, sign: signOf(event.currentTarget) }
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (drag.current === null) return
    resize(drag.current.size + (event.clientX - drag.current.from) * drag.current.sign)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const moves: Record<string, number> = {
      ArrowRight: step * signOf(event.currentTarget),
      ArrowLeft: -step * signOf(event.currentTarget),
    }
    const move = moves[event.key]
    if (move !== undefined) resize(props.size + move)
    else if (event.key === 'Home') resize(props.min)
    else if (event.key === 'End') resize(props.max)
    else return
    event.preventDefault()
  }
  return (
    <div
      className={`splitter splitter--${props.side}`}
      role="separator"
      tabIndex={0}
      aria-label={props.label}
      aria-orientation="vertical"
      aria-controls={props.controls}
      aria-valuenow={props.size}
      aria-valuemin={props.min}
      aria-valuemax={props.max}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        drag.current = null
      }}
      onPointerCancel={() => {
        drag.current = null
      }}
      onKeyDown={onKeyDown}
    />
  )
}
