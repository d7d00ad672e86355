import { redo, undo } from 'prosemirror-history'
import { describe, expect, it } from 'vitest'
import {
  addRuns,
  freshQuoteId,
  guessKind,
  tagQuotation,
  untagQuotation,
  updateQuotation,
} from '../../../renderer/editor/commands/quotations.ts'
import { restoreWords } from '../../../renderer/editor/commands/restore.ts'
import { verificationOf, verifyQuotation } from '../../../renderer/editor/commands/verification.ts'
import { quoteIndex } from '../../../renderer/editor/queries/quote-index.ts'
import { quoteStateOf } from '../../../storage/language/quote-state.ts'
import { printedWords, quoteTable } from '../../../storage/model/quotations.ts'
import type { QuoteId } from '../../../storage/model/ids.ts'
import type { Quote } from '../../../storage/model/quote.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { Editor, story, strayQuotes } from './desk.ts'

const speaker = { entity: null, name: 'Ines Corda', role: 'harbour master' }
const text = '“We closed the gate,” said Ines Corda. “Nobody was hurt.”'

function tagged(...places: readonly string[]): { editor: Editor; id: QuoteId } {
  const editor = new Editor(story('Head', 'Stand', text, 'Something else.'))
  const id = freshQuoteId()
  const transaction = tagQuotation(
    editor.state,
    places.map((place) => editor.find(place)),
    { kind: 'direct', speaker },
    id,
  )
  if (transaction === null) throw new Error('Nothing was tagged.')
  editor.dispatch(transaction)
  return { editor, id }
}

function entry(editor: Editor, id: QuoteId): Quote {
  const quote = quoteTable(editor.state.doc)[id]
  if (quote === undefined) throw new Error('There is no such quotation.')
  return quote
}

describe('tagging quotations', () => {
  it('makes one quotation of several runs, with one entry', () => {
    const { editor, id } = tagged('“We closed the gate,”', '“Nobody was hurt.”')
    expect(editor.quotes).toEqual([['“We closed the gate,”', '“Nobody was hurt.”']])
    expect(entry(editor, id)).toMatchObject({ kind: 'direct', speaker, verification: { state: 'unverified' } })
  })

  it('undoes and redoes text, mark and entry as one act', () => {
    const { editor, id } = tagged('“Nobody was hurt.”')
    const after = editor.state.doc
    editor.run(undo)
    expect(editor.quotes).toEqual([])
    expect(quoteTable(editor.state.doc)).toEqual({})
    editor.run(redo)
    expect(editor.state.doc.eq(after)).toBe(true)
    expect(entry(editor, id).speaker).toEqual(speaker)
  })

  it('leaves the space around the words untagged, and empty ranges alone', () => {
    const editor = new Editor(story('Head', 'Stand', ' spoken words '))
    const size = editor.state.doc.content.size
    const transaction = tagQuotation(editor.state, [{ from: 0, to: size }], { kind: 'partial', speaker: null })
    expect(transaction).not.toBeNull()
    if (transaction !== null) editor.dispatch(transaction)
    expect(editor.quotes).toEqual([['Head', 'Stand', 'spoken words']])
    const empty = new Editor(story('', '', '   '))
    expect(tagQuotation(empty.state, [{ from: 5, to: 7 }], { kind: 'direct', speaker: null })).toBeNull()
  })

  it('adds a run to a quotation that is there, and to none that is not', () => {
    const { editor, id } = tagged('“We closed the gate,”')
    const transaction = addRuns(editor.state, id, [editor.find('“Nobody was hurt.”')])
    if (transaction !== null) editor.dispatch(transaction)
    expect(editor.quotes).toEqual([['“We closed the gate,”', '“Nobody was hurt.”']])
    expect(Object.keys(quoteTable(editor.state.doc))).toHaveLength(1)
    expect(addRuns(editor.state, freshQuoteId(), [editor.find('else')])).toBeNull()
  })

  it('untags without touching the words, and undo brings all of it back', () => {
    const { editor, id } = tagged('“We closed the gate,”', '“Nobody was hurt.”')
    const before = editor.state.doc
    editor.run(untagQuotation(id))
    expect(editor.state.doc.textContent).toBe(before.textContent)
    expect([editor.quotes, quoteTable(editor.state.doc)]).toEqual([[], {}])
    editor.run(undo)
    expect(editor.state.doc.eq(before)).toBe(true)
  })

  it('changes what is known of it, and undo takes that back', () => {
    const { editor, id } = tagged('“Nobody was hurt.”')
    editor.run(updateQuotation(id, { said: { to: 'reporters', where: 'the quay', when: '', event: '' } }))
    expect(entry(editor, id).said.to).toBe('reporters')
    editor.run(undo)
    expect(entry(editor, id).said.to).toBe('')
  })

  it('guesses the kind from the words', () => {
    expect(guessKind('“We closed the gate,”')).toBe('direct')
    expect(guessKind('“in this office or any other”')).toBe('partial')
    expect(guessKind('the gate would stay shut')).toBe('paraphrase')
    expect(guessKind('«Мы закрыли ворота»')).toBe('direct')
    expect(guessKind('«закрыли ворота»,')).toBe('partial')
    expect(guessKind('«Դարպասը փակ է»')).toBe('direct')
    expect(guessKind('«در را بستیم»')).toBe('direct')
  })
})

describe('runs and entries', () => {
  it('drops the entry with the last of its words, in the same undo', () => {
    const { editor, id } = tagged('“We closed the gate,”', '“Nobody was hurt.”')
    const first = editor.find('“We closed the gate,”')
    editor.dispatch(editor.state.tr.delete(first.from, first.to))
    expect(entry(editor, id)).toBeDefined()
    const second = editor.find('“Nobody was hurt.”')
    editor.dispatch(editor.state.tr.delete(second.from, second.to))
    expect(quoteTable(editor.state.doc)).toEqual({})
    editor.run(undo)
    expect(editor.state.doc.textContent).toContain('Nobody was hurt')
    expect(strayQuotes(editor.state.doc)).toEqual([])
    expect(entry(editor, id).speaker).toEqual(speaker)
  })

  it('gives a run that comes back its entry again', () => {
    const { editor, id } = tagged('“Nobody was hurt.”')
    const { from, to } = editor.find('“Nobody was hurt.”')
    const cut = editor.state.doc.slice(from, to)
    editor.dispatch(editor.state.tr.delete(from, to))
    editor.caret('Something')
    editor.dispatch(editor.state.tr.replaceSelection(cut))
    expect(editor.quotes).toEqual([['“Nobody was hurt.”']])
    expect(entry(editor, id).speaker).toEqual(speaker)
  })

  it('takes the mark off words of which nothing is known', () => {
    const editor = new Editor(story('Head', 'Stand', text))
    const { from, to } = editor.find('Nobody')
    editor.dispatch(editor.state.tr.addMark(from, to, schema.marks.quote.create({ id: freshQuoteId() })))
    expect(editor.quotes).toEqual([])
  })
})

describe('verifying', () => {
  it('freezes the words with their hash, and tells when they change', async () => {
    const { editor, id } = tagged('“Nobody was hurt.”')
    expect(await verifyQuotation(editor.view, id, 'Tobi Okafor')).toBe(true)
    const { verification } = entry(editor, id)
    expect(verification).toMatchObject({ state: 'verified', words: '“Nobody was hurt.”', by: 'Tobi Okafor' })
    const stateNow = (): string => quoteStateOf(entry(editor, id), quoteIndex(editor.state.doc).get(id) ?? [])
    expect(stateNow()).toBe('verified')
    editor.caret('Nobody was').type(' badly')
    expect(stateNow()).toBe('changed')
    editor.run(undo)
    expect(stateNow()).toBe('verified')
  })

  it('gives the same hash to words that differ only in their marks and space', async () => {
    const at = new Date('2026-04-14T12:00:00Z')
    const hash = async (words: string): Promise<string | null> => {
      const verification = await verificationOf(words, '', at)
      return verification.state === 'verified' ? verification.sha256 : null
    }
    expect(await hash('“Nobody was hurt.”')).toBe(await hash('“Nobody  was hurt.”'))
    expect(await hash('“Nobody was hurt.”')).not.toBe(await hash('“Somebody was hurt.”'))
  })

  it('does not verify words that changed meanwhile', async () => {
    const { editor, id } = tagged('“Nobody was hurt.”')
    const verifying = verifyQuotation(editor.view, id, '')
    editor.caret('Nobody was').type(' badly')
    expect(await verifying).toBe(false)
    expect(entry(editor, id).verification.state).toBe('unverified')
  })

  it('restores the verified words in every run, and the rest of the paragraph stays', async () => {
    const { editor, id } = tagged('“We closed the gate,”', '“Nobody was hurt.”')
    await verifyQuotation(editor.view, id, '')
    editor.caret('We closed the').type(' old')
    const nobody = editor.find('Nobody was ')
    editor.dispatch(editor.state.tr.delete(nobody.from, nobody.to))
    editor.run(restoreWords(id))
    expect(printedWords(quoteIndex(editor.state.doc).get(id) ?? [])).toBe('“We closed the gate,” “Nobody was hurt.”')
    expect(editor.state.doc.child(2).textContent).toBe(text)
  })
})
