import type { EditorView } from 'prosemirror-view'
import type { MediaId } from '../../../storage/model/ids.ts'
import type { Photo } from '../../../storage/model/photo.ts'
import { notesBetween } from './notes.ts'
import type { MarginNote } from './notes.ts'

/** A note and how far below the top of the galley it stands, in CSS pixels. */
export interface PlacedNote {
  readonly note: MarginNote
  readonly top: number
}

const chipHeight = 22
const gap = 4

/**
 * Places the notes of what is in sight, `slack` pixels above and below included, level with their words. Where two
 * would lie over each other the later one is pushed down.
 */
export function placeNotes(
  view: EditorView,
  sheet: HTMLElement,
  galley: HTMLElement,
  photos: ReadonlyMap<MediaId, Photo>,
  slack = 600,
): PlacedNote[] {
  const frame = sheet.getBoundingClientRect()
  const origin = galley.getBoundingClientRect().top
  const range = rangeBetween(view, frame.top - slack, frame.bottom + slack)
  let free = -Infinity
  return notesBetween(view.state, range.from, range.to, photos).map((note) => {
    const top = Math.max(free, Math.round(levelOf(view, note) - origin))
    free = top + chipHeight + gap
    return { note, top }
  })
}

/** The positions of the top-level blocks that lie between two heights of the screen, found by halving. */
function rangeBetween(view: EditorView, top: number, bottom: number): { from: number; to: number } {
  const { doc } = view.state
  const offsets: number[] = []
  doc.forEach((_block, offset) => offsets.push(offset))
  const first = firstIndex(offsets.length, (index) => boxOf(view, offsets[index])?.bottom ?? 0, top)
  const last = firstIndex(offsets.length, (index) => boxOf(view, offsets[index])?.top ?? 0, bottom)
  return { from: offsets[first] ?? 0, to: offsets[last] ?? doc.content.size }
}

/** The first index whose height is at or beyond `limit`, for heights that grow. */
function firstIndex(count: number, heightAt: (index: number) => number, limit: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (heightAt(middle) >= limit) high = middle
    else low = middle + 1
  }
  return low
}

function boxOf(view: EditorView, pos: number | undefined): DOMRect | null {
  const dom = pos === undefined ? null : view.nodeDOM(pos)
  return dom instanceof HTMLElement ? dom.getBoundingClientRect() : null
}

function levelOf(view: EditorView, note: MarginNote): number {
  if (note.kind === 'alt') return boxOf(view, note.pos)?.top ?? 0
  const { top, bottom } = view.coordsAtPos(note.pos, 1)
  return (top + bottom - chipHeight) / 2
}

/** True when two placings look the same. */
export function isSamePlacing(a: readonly PlacedNote[], b: readonly PlacedNote[]): boolean {
  return (
    a.length === b.length &&
    a.every((placed, index) => {
      const other = b[index]
      return (
        other !== undefined && placed.top === other.top && JSON.stringify(placed.note) === JSON.stringify(other.note)
      )
    })
  )
}
