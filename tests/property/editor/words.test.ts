import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freshQuoteId, tagQuotation } from '../../../renderer/editor/commands/quotations.ts'
import { restoreWords } from '../../../renderer/editor/commands/restore.ts'
import { paragraphsOf } from '../../../renderer/editor/paste/plain-text.ts'
import { quoteIndex } from '../../../renderer/editor/queries/quote-index.ts'
import { printedWords } from '../../../storage/model/quotations.ts'
import { diffWords, splitWords } from '../../../renderer/editor/queries/word-diff.ts'
import { Editor, story } from '../../unit/editor/desk.ts'

const word = fc.constantFrom('gate', 'closed', 'the', 'никто', 'Դարպասը', 'در', 'e\u0301te', '👩‍👧', '…', 'a', 'b')

describe('word diff', () => {
  it('leads from one text to the other, and calls same only what is', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), fc.array(word, { maxLength: 20 }), (before, after) => {
        const parts = diffWords(before, after)
        const kept = parts.filter((part) => part.isSame)
        expect(parts.flatMap((part) => before.slice(part.beforeFrom, part.beforeTo))).toEqual(before)
        expect(parts.flatMap((part) => after.slice(part.afterFrom, part.afterTo))).toEqual(after)
        for (const part of kept) {
          expect(before.slice(part.beforeFrom, part.beforeTo)).toEqual(after.slice(part.afterFrom, part.afterTo))
        }
      }),
    )
  })
})

describe('restoring verified words', () => {
  it('brings them back after any edit inside the quotation, and the words around stay', () => {
    const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(6), add: fc.option(word) })
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 10 }), fc.array(edit, { maxLength: 5 }), (words, edits) => {
        const said = words.join(' ')
        const editor = new Editor(story('', '', `Before ${said} after.`))
        const id = freshQuoteId()
        const from = editor.find('Before ').to
        const tagged = tagQuotation(
          editor.state,
          [{ from, to: from + said.length }],
          {
            kind: 'direct',
            speaker: null,
            verification: {
              state: 'verified',
              words: said,
              sha256: '0'.repeat(64),
              by: '',
              at: '2026-04-14T10:00:00.000Z',
            },
          },
          id,
        )
        if (tagged !== null) editor.dispatch(tagged)
        for (const { at, cut, add } of edits) {
          const run = quoteIndex(editor.state.doc).get(id)?.[0]
          if (run === undefined || run.to - run.from < 3) break
          const pos = run.from + 1 + Math.floor(at * (run.to - run.from - 2))
          const end = Math.min(run.to - 1, pos + cut)
          editor.dispatch(add === null ? editor.state.tr.delete(pos, end) : editor.state.tr.insertText(add, pos, end))
        }
        editor.run(restoreWords(id))
        const runs = quoteIndex(editor.state.doc).get(id) ?? []
        expect(splitWords(printedWords(runs)).map((one) => one.text)).toEqual(splitWords(said).map((one) => one.text))
        expect(editor.state.doc.child(2).textContent).toMatch(/^Before .* after\.$/u)
      }),
      { numRuns: 300 },
    )
  })
})

describe('pasted plain text', () => {
  it('keeps every word whole and in order, whatever parts the lines', () => {
    const gap = fc.constantFrom(' ', '\n', '\r\n', '\n\n', '\n \t\n', '  ', '\t')
    fc.assert(
      fc.property(fc.array(fc.tuple(word, gap), { maxLength: 30 }), (pieces) => {
        const text = pieces.flat().join('')
        expect(paragraphsOf(text).flatMap((part) => part.split(/\s+/u))).toEqual(pieces.map(([one]) => one))
      }),
    )
  })
})
