import type { EditorView } from 'prosemirror-view'
import type { Held } from '../plugins/held-words.ts'

const gap = 6
const edge = 8

interface Place {
  readonly view: EditorView
  readonly sheet: HTMLElement
  readonly galley: HTMLElement
}

/**
 * Puts a popover under the words it is about, or over them where there is no room below. When there is room on neither
 * side it stays below and the sheet is scrolled so that words and popover are both in sight.
 */
export function placePopover(popover: HTMLElement, held: Held, place: Place): void {
  const { sheet, galley } = place
  const words = boundsOf(held, place.view)
  if (words === null) return
  const origin = galley.getBoundingClientRect()
  const frame = sheet.getBoundingClientRect()
  const height = popover.offsetHeight
  const below = words.bottom + gap
  const above = words.top - gap - height
  const isAbove = below + height > frame.bottom - edge && above >= frame.top + edge
  popover.style.insetBlockStart = `${(isAbove ? above : below) - origin.top}px`
  popover.dataset['side'] = isAbove ? 'above' : 'below'
  if (isAbove) return
  const overflow = below + height + edge - frame.bottom
  if (overflow > 0) sheet.scrollTop += Math.min(overflow, Math.max(0, words.top - edge - frame.top))
}

/** From the top of the first line of the words to the bottom of the last, as far as they stand close together. */
function boundsOf(held: Held, view: EditorView): { top: number; bottom: number } | null {
  if (held.kind === 'photo') {
    const dom = view.nodeDOM(held.pos)
    return dom instanceof HTMLElement ? dom.getBoundingClientRect() : null
  }
  const [first] = held.ranges
  if (first === undefined) return null
  const { top } = view.coordsAtPos(first.from, 1)
  const bottoms = held.ranges.map((range) => view.coordsAtPos(range.to, -1).bottom)
  const reach = bottoms.filter((bottom) => bottom - top < 240)
  return { top, bottom: Math.max(...(reach.length === 0 ? bottoms.slice(0, 1) : reach)) }
}
