import type { EditorState, Transaction } from 'prosemirror-state'
import { Plugin, PluginKey } from 'prosemirror-state'
import type { Mappable } from 'prosemirror-transform'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { QuoteId } from '../../../storage/model/ids.ts'
import type { Range } from '../commands/ranges.ts'
import type { Suggestion } from './suggestions-from.ts'

/** What an open popover is about. Its ranges follow every change of the document. */
export type Held =
  | {
      readonly kind: 'quote'
      /** The quotation being changed, or null for words about to be tagged. */
      readonly id: QuoteId | null
      readonly suggestion: Suggestion | null
      readonly ranges: readonly Range[]
    }
  | { readonly kind: 'mention' | 'link'; readonly ranges: readonly Range[] }
  | { readonly kind: 'photo'; readonly pos: number; readonly ranges: readonly Range[] }

const key = new PluginKey<Held | null>('held-words')

/** What the open popover is about, or null when none is open. */
export function heldWords(state: EditorState): Held | null {
  return key.getState(state) ?? null
}

/** Opens a popover about something, or with null closes it. */
export function hold(transaction: Transaction, held: Held | null): Transaction {
  return transaction.setMeta(key, { held })
}

/** Keeps what a popover is about in place while the document changes, and washes the words it is about. */
export function heldWordsPlugin(): Plugin<Held | null> {
  return new Plugin<Held | null>({
    key,
    state: {
      init: () => null,
      apply: (transaction, held) => {
        const change = transaction.getMeta(key) as { readonly held: Held | null } | undefined
        if (change !== undefined) return change.held
        return held === null || !transaction.docChanged ? held : moved(held, transaction.mapping)
      },
    },
    props: {
      decorations: (state) => {
        const held = heldWords(state)
        if (held === null || held.kind === 'photo') return null
        const marks = held.ranges.map((range) => Decoration.inline(range.from, range.to, { class: 'words-held' }))
        return DecorationSet.create(state.doc, marks)
      },
    },
  })
}

function moved(held: Held, mapping: Mappable): Held | null {
  const ranges = held.ranges
    .map((range) => ({ from: mapping.map(range.from, 1), to: mapping.map(range.to, -1) }))
    .filter((range) => range.from < range.to)
  if (held.kind === 'photo') {
    const place = mapping.mapResult(held.pos, 1)
    return place.deletedAfter ? null : { ...held, pos: place.pos }
  }
  return ranges.length === 0 ? null : { ...held, ranges }
}
