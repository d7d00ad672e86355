import fc from 'fast-check'
import { redo, undo } from 'prosemirror-history'
import { Selection, TextSelection } from 'prosemirror-state'
import { splitBlock } from 'prosemirror-commands'
import { emptyFigure, insertFigures } from '../../../renderer/editor/commands/figures.ts'
import {
  addRuns,
  freshQuoteId,
  tagQuotation,
  untagQuotation,
  updateQuotation,
} from '../../../renderer/editor/commands/quotations.ts'
import { quoteTable } from '../../../storage/model/quotations.ts'
import type { Quote } from '../../../storage/model/quote.ts'
import type { Editor } from '../../unit/editor/desk.ts'

/** Something an editor does. Places are fractions of the story, so that an act fits a story of any length. */
export type Act =
  | { readonly act: 'type'; readonly at: number; readonly text: string }
  | { readonly act: 'delete'; readonly at: number; readonly length: number }
  | { readonly act: 'move'; readonly at: number; readonly length: number; readonly to: number }
  | { readonly act: 'split' | 'figure'; readonly at: number }
  | { readonly act: 'tag'; readonly at: number; readonly length: number; readonly second: number }
  | { readonly act: 'addRun' | 'untag' | 'update'; readonly at: number; readonly which: number }
  | { readonly act: 'undo' | 'redo' }

const place = fc.double({ min: 0, max: 1, noNaN: true })
const length = fc.integer({ min: 1, max: 30 })

const letters = fc.oneof(
  fc.constantFrom('“No,” she said.', '«Нет», — он.', '«Ոչ»,- ասաց։', 'نه', ' ', '"', '...', '👩‍👧', 'e\u0301'),
  fc.string({ maxLength: 6 }).map((text) => text.replace(/[\r\n]/gu, ' ')),
)

/** Any act, tagging and undoing often. */
export const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('type' as const), at: place, text: letters }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('delete' as const), at: place, length }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('move' as const), at: place, length, to: place }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('split' as const, 'figure' as const), at: place }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('tag' as const), at: place, length, second: place }) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constantFrom('addRun' as const, 'untag' as const, 'update' as const),
      at: place,
      which: place,
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constantFrom('undo' as const, 'redo' as const) }) },
)

/** Does what an act says, where it can be done. */
export function perform(editor: Editor, act: Act): void {
  const { state } = editor
  const at = (fraction: number): number => Math.round(fraction * state.doc.content.size)
  const range = (fraction: number, size: number): { from: number; to: number } => {
    const from = at(fraction)
    return { from, to: Math.min(state.doc.content.size, from + size) }
  }
  switch (act.act) {
    case 'type': {
      const near = Selection.near(state.doc.resolve(at(act.at)))
      editor.dispatch(state.tr.setSelection(TextSelection.create(state.doc, near.head)))
      editor.type(act.text)
      return
    }
    case 'delete': {
      const { from, to } = range(act.at, act.length)
      editor.dispatch(state.tr.deleteRange(from, to))
      return
    }
    case 'move': {
      const { from, to } = range(act.at, act.length)
      const slice = state.doc.slice(from, to)
      const transaction = state.tr.deleteRange(from, to)
      const target = transaction.mapping.map(at(act.to))
      editor.dispatch(transaction.replaceRange(target, target, slice))
      return
    }
    case 'split':
      editor.dispatch(state.tr.setSelection(Selection.near(state.doc.resolve(at(act.at)))))
      editor.run(splitBlock)
      return
    case 'figure':
      editor.dispatch(state.tr.setSelection(Selection.near(state.doc.resolve(at(act.at)))))
      editor.dispatch(insertFigures(editor.state, [emptyFigure()]))
      return
    case 'tag': {
      const transaction = tagQuotation(
        state,
        [range(act.at, act.length), range(act.second, act.length)],
        { kind: 'direct', speaker: { entity: null, name: 'Ines Corda', role: '' } },
        freshQuoteId(),
      )
      if (transaction !== null) editor.dispatch(transaction)
      return
    }
    case 'addRun': {
      const quote = pick(editor, act.which)
      const transaction = quote === undefined ? null : addRuns(state, quote.id, [range(act.at, 8)])
      if (transaction !== null) editor.dispatch(transaction)
      return
    }
    case 'untag':
    case 'update': {
      const quote = pick(editor, act.which)
      if (quote === undefined) return
      editor.run(act.act === 'untag' ? untagQuotation(quote.id) : updateQuotation(quote.id, { kind: 'partial' }))
      return
    }
    case 'undo':
      editor.run(undo)
      return
    case 'redo':
      editor.run(redo)
  }
}

function pick(editor: Editor, fraction: number): Quote | undefined {
  const quotes = Object.values(quoteTable(editor.state.doc))
  return quotes[Math.min(quotes.length - 1, Math.floor(fraction * quotes.length))]
}
