import { undo } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { v7 } from 'uuid'
import { changesOf } from '../../../renderer/compare/changes.ts'
import { describeChanges } from '../../../renderer/compare/describe-changes.ts'
import { takeBack } from '../../../renderer/compare/take-back.ts'
import { compareDocuments } from '../../../storage/language/compare-stories.ts'
import { quoteIdSchema } from '../../../storage/model/ids.ts'
import { quoteTable } from '../../../storage/model/quotations.ts'
import { newQuote } from '../../../storage/model/quote.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { Editor, figure, paragraph, story } from '../editor/desk.ts'

function compared(from: Node, to: Node) {
  return changesOf({ ...compareDocuments(from, to), record: [] })
}

/** The document after one change was taken back. */
function without(from: Node, to: Node, number: number): Editor {
  const editor = new Editor(to)
  const transaction = takeBack(editor.state, compared(from, to), number, from)
  if (transaction === null) throw new Error('nothing was taken back')
  editor.dispatch(transaction)
  return editor
}

const list = (...items: string[]) =>
  schema.node(
    'bullet_list',
    null,
    items.map((item) => schema.node('list_item', null, paragraph(item))),
  )

describe('taking a change back', () => {
  const from = story('Bridge opens in three months', 'Wait.', 'At about eight it rained.', 'Gone away, all of it.')
  const to = story('Bridge opens in 94 days', 'Wait.', 'New here.', 'At 7.40 it rained.')

  test('puts the older words back and leaves the other changes', () => {
    const { state } = without(from, to, 1)
    expect(state.doc.child(0).textContent).toBe('Bridge opens in three months')
    expect(state.doc.child(3).textContent).toBe('At 7.40 it rained.')
  })

  test('takes a new paragraph out, and puts a lost one back where it was', () => {
    expect(without(from, to, 2).state.doc.childCount).toBe(to.childCount - 1)
    expect(without(from, to, 4).state.doc.child(4).textContent).toBe('Gone away, all of it.')
  })

  test('is one step of undo', () => {
    const editor = without(from, to, 3)
    expect(editor.state.doc.child(3).textContent).toBe('At about eight it rained.')
    undo(editor.state, editor.dispatch)
    expect(editor.state.doc.eq(to)).toBe(true)
  })

  test('puts an item back into its list, and takes a list out with its only item', () => {
    const one = story('Head', '', list('First of all.', 'Second of all.', 'Third and last.'), 'After.')
    const two = story('Head', '', list('First of all.', 'Third and last.'), 'After.')
    expect(without(one, two, 1).state.doc.child(2).eq(one.child(2))).toBe(true)
    expect(
      without(story('Head', '', 'After.'), story('Head', '', list('Single.'), 'After.'), 1).state.doc.childCount,
    ).toBe(3)
  })

  test('puts a photo back with its caption, and takes a new one out whole', () => {
    const plain = story('Head', '', 'Words.', 'More of them.')
    const shown = story('Head', '', 'Words.', figure('A bridge.'), 'More of them.')
    expect(without(shown, plain, 1).state.doc.child(3).eq(shown.child(3))).toBe(true)
    expect(without(plain, shown, 1).state.doc.eq(plain)).toBe(true)
  })

  test('sets a block as it was set', () => {
    const before = story('Head', '', schema.node('subhead', null, schema.text('Words.')), 'After.')
    const after = story('Head', '', 'Words.', 'After.')
    expect(without(before, after, 1).state.doc.child(2).type.name).toBe('subhead')
  })

  test('brings what is known of a quotation back with its words', () => {
    const id = quoteIdSchema.parse(v7())
    const said = schema.node('paragraph', null, [
      schema.text('She said '),
      schema.text('“it held”', [schema.mark('quote', { id })]),
      schema.text(' and left.'),
    ])
    const quotes = { [id]: newQuote(id, 'direct', null) }
    const quoted = schema.node('doc', { quotes }, [schema.node('headline'), schema.node('standfirst'), said])
    const plain = schema.node('doc', null, [
      schema.node('headline'),
      schema.node('standfirst'),
      paragraph('She said and left.'),
    ])
    const [described] = describeChanges(compared(quoted, plain), quoted, plain)
    expect(described?.quote).toBe('tagged')
    const { state } = without(quoted, plain, 1)
    expect(Object.keys(quoteTable(state.doc))).toEqual([id])
    expect(state.doc.child(2).eq(said)).toBe(true)
  })

  test('one after the other leads back to the older words, whatever was written', () => {
    const line = fc
      .array(fc.constantFrom('one', 'two', 'three', '“four”', 'հինգ', '۶', 'seven.'), { minLength: 1, maxLength: 8 })
      .map((words) => words.join(' '))
    const body = fc.array(line, { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(body, body, (older, newer) => {
        const before = story('Head', 'Stand', ...older)
        const editor = new Editor(story('Head', 'Stand', ...newer))
        for (let turn = 0; turn < 60; turn += 1) {
          const shown = compared(before, editor.state.doc)
          if (shown.changes.length === 0) break
          const transaction = takeBack(editor.state, shown, 1, before)
          if (transaction === null) throw new Error('nothing was taken back')
          editor.dispatch(transaction)
        }
        const words = (document: Node): string[] =>
          document.children.map((block) => block.textContent).filter((text) => text !== '')
        expect(words(editor.state.doc)).toEqual(words(before))
      }),
      { numRuns: 60 },
    )
  })
})
