import fc from 'fast-check'
import { undo } from 'prosemirror-history'
import { describe, expect, it } from 'vitest'
import { readDocument, writeDocument } from '../../../storage/model/document.ts'
import { quoteRuns } from '../../../storage/model/quotations.ts'
import { quoteIndex } from '../../../renderer/editor/queries/quote-index.ts'
import { MemoryAuthority } from '../../unit/editor/authority.ts'
import { ConnectedEditor } from '../../unit/editor/desk-with-authority.ts'
import { Editor, figure, story, strayQuotes } from '../../unit/editor/desk.ts'
import { anyAct, perform } from './acts.ts'

const start = (): ReturnType<typeof story> =>
  story(
    'Harbour shut “for the night”',
    'No boat goes out',
    '“We closed the gate,” said Ines Corda. “Nobody was hurt.”',
    figure('The quay “at noon”'),
    'Порт закрыт: «Мы ждём», — сказал он.',
  )

describe('quotations under any sequence of edits', () => {
  it('have no run without an entry and no entry without a run, after every single act', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 25 }), (acts) => {
        const editor = new Editor(start())
        for (const act of acts) {
          perform(editor, act)
          expect(strayQuotes(editor.state.doc)).toEqual([])
        }
        expect(new Map(quoteIndex(editor.state.doc))).toEqual(quoteRuns(editor.state.doc))
        expect(readDocument(writeDocument(editor.state.doc)).eq(editor.state.doc)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('are as they were when everything is undone', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 15 }), (acts) => {
        const editor = new Editor(start())
        const before = editor.state.doc
        for (const act of acts) if (act.act !== 'undo' && act.act !== 'redo') perform(editor, act)
        for (let turns = 0; turns < 400 && editor.run(undo); turns += 1);
        expect(editor.state.doc.eq(before)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('are the same in two windows and in the authority, whole in all three', async () => {
    const turn = fc.record({ who: fc.constantFrom(0, 1), act: anyAct, isHeld: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { maxLength: 14 }), async (turns) => {
        const authority = new MemoryAuthority(start())
        const windows = [new ConnectedEditor(authority, 'one'), new ConnectedEditor(authority, 'two')] as const
        let release = (): void => undefined
        for (const { who, act, isHeld } of turns) {
          release()
          if (isHeld) authority.gate = new Promise((resolve) => (release = resolve))
          perform(windows[who], act)
          await Promise.resolve()
        }
        release()
        for (let round = 0; round < 60; round += 1) {
          await Promise.all(windows.map((window) => window.exchange.flush()))
          await Promise.resolve()
        }
        for (const window of windows) {
          expect(window.state.doc.eq(authority.document)).toBe(true)
          expect(strayQuotes(window.state.doc)).toEqual([])
        }
      }),
      { numRuns: 100 },
    )
  })
})
