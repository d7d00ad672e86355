import { useEffect, useLayoutEffect, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { KeyHints } from '../../ui/Popover.tsx'
import type { KeyHint } from '../../ui/Popover.tsx'
import { classes } from '../../ui/classes.ts'
import { closePopover } from '../commands/popovers.ts'
import type { Held } from '../plugins/held-words.ts'
import type { PopoverPlace } from './popover-place.ts'
import { placePopover } from './place-popover.ts'
import './words-popover.css'

const focusable = 'input, textarea, button:not([disabled]):not([tabindex="-1"]), [tabindex="0"]'

/**
 * A form that hangs on words of the copy and never covers them. Tab goes round inside it, Escape gives the caret back
 * to the copy, and it closes when the copy gets the focus again.
 */
export function WordsPopover(
  props: PopoverPlace & {
    readonly held: Held
    readonly title: string
    readonly aside?: ReactNode
    readonly hints?: readonly KeyHint[]
    readonly isNarrow?: boolean
    readonly children: ReactNode
    /** Hears keys before the controls do; what it prevents does not reach them. */
    readonly onKeyDown?: (event: KeyboardEvent) => void
  },
) {
  const { session, sheet, galley, held } = props
  const frame = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const element = frame.current
    if (element === null || sheet.current === null || galley.current === null) return
    const place = { view: session.view, sheet: sheet.current, galley: galley.current }
    const look = (): void => placePopover(element, held, place)
    look()
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    sizes.observe(place.sheet)
    return () => sizes.disconnect()
  }, [session, sheet, galley, held])

  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('[data-first-field], input, textarea')?.focus()
  }, [])

  useEffect(() => {
    const { view } = session
    const close = (): void => {
      closePopover(view.state, view.dispatch)
    }
    view.dom.addEventListener('focus', close)
    return () => view.dom.removeEventListener('focus', close)
  }, [session])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      closePopover(session.view.state, session.view.dispatch)
      session.view.focus()
    } else if (event.key === 'Tab') keepInside(event, frame.current)
  }

  return (
    <div
      className={classes('words-popover', props.isNarrow === true && 'words-popover--narrow')}
      role="dialog"
      aria-label={props.title}
      ref={frame}
      onKeyDownCapture={(event) => {
        if (!event.nativeEvent.isComposing) props.onKeyDown?.(event)
      }}
      onKeyDown={onKeyDown}
    >
      <div className="words-popover__head">
        <b>{props.title}</b>
        {props.aside !== undefined && <span className="words-popover__aside">{props.aside}</span>}
      </div>
      <div className="words-popover__body">{props.children}</div>
      {props.hints !== undefined && <KeyHints hints={props.hints} />}
    </div>
  )
}

function keepInside(event: KeyboardEvent, frame: HTMLElement | null): void {
  const stops = [...(frame?.querySelectorAll<HTMLElement>(focusable) ?? [])].filter((stop) => stop.tabIndex >= 0)
  const [first, last] = [stops[0], stops.at(-1)]
  const from = event.shiftKey ? first : last
  if (document.activeElement !== from) return
  event.preventDefault()
  ;(event.shiftKey ? last : first)?.focus()
}
