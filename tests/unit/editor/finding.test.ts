import fc from 'fast-check'
import { undo } from 'prosemirror-history'
import { describe, expect, it } from 'vitest'
import { tagQuotation } from '../../../renderer/editor/commands/quotations.ts'
import {
  findNext,
  findPrevious,
  openFind,
  replaceAll,
  replaceHere,
} from '../../../renderer/editor/find/find-commands.ts'
import { changeFinder, finderOf } from '../../../renderer/editor/find/finder.ts'
import { searchForNothing, searchQuery } from '../../../renderer/editor/find/search-for.ts'
import type { SearchFor } from '../../../renderer/editor/find/search-for.ts'
import { Editor, figure, story } from './desk.ts'

function looking(editor: Editor, search: Partial<SearchFor>): Editor {
  editor.run(openFind)
  editor.dispatch(changeFinder(editor.state.tr, { search: { ...searchForNothing, ...search } }))
  return editor
}

function foundIn(text: string, search: Partial<SearchFor>): string[] {
  const editor = looking(new Editor(story('', '', text)), search)
  return finderOf(editor.state).matches.map(({ from, to }) => editor.state.doc.textBetween(from, to))
}

describe('finding', () => {
  it.each<[string, Partial<SearchFor>, string, string[]]>([
    ['any case', { words: 'gate' }, 'Gate, gate, agate', ['Gate', 'gate', 'gate']],
    ['the case given', { words: 'Gate', isCaseSensitive: true }, 'Gate, gate', ['Gate']],
    ['whole words', { words: 'gate', isWholeWord: true }, 'gate agate gates gate2', ['gate']],
    ['whole words with combining marks', { words: 'cafe', isWholeWord: true }, 'cafe\u0301 cafe', ['cafe']],
    ['signs as they stand', { words: 'a.c (1)?' }, 'abc a.c (1)? 1', ['a.c (1)?']],
    ['an expression', { words: String.raw`\d+ km`, isRegularExpression: true }, '5 km, 12 km', ['5 km', '12 km']],
    ['nothing for a faulty expression', { words: '(', isRegularExpression: true }, '(', []],
    ['printed marks for typed ones', { words: `"It's"` }, '“It’s” it', ['“It’s”']],
    ['any space', { words: '5 km' }, '5\u00a0km and 5 km', ['5\u00a0km', '5 km']],
    ['Armenian words with marks of tone', { words: 'ինչու' }, 'Ինչո՞ւ և ինչու', ['Ինչո՞ւ', 'ինչու']],
    ['Persian words with their joiners', { words: 'می\u200cروم' }, 'می\u200cروم', ['می\u200cروم']],
    ['words behind a letter that grows in lower case', { words: 'gate' }, 'İİİ gate', ['gate']],
    ['emoji', { words: '🎉' }, 'so 🎉🎉', ['🎉', '🎉']],
  ])('finds %s', (_name, search, text, expected) => {
    expect(foundIn(text, search)).toEqual(expected)
  })

  it('finds in every part of the story, and goes round in both directions', () => {
    const editor = looking(new Editor(story('A gate', 'The gate', 'No gate', figure('Gate'))), { words: 'gate' })
    const at = (): number => editor.state.selection.from
    const places = finderOf(editor.state).matches.map(({ from }) => from)
    expect(places).toHaveLength(4)
    editor.caretInBlock(0)
    const walked = places.map(() => {
      editor.run(findNext)
      return at()
    })
    expect(new Set(walked)).toEqual(new Set(places))
    const last = at()
    editor.run(findNext)
    editor.run(findPrevious)
    expect(at()).toBe(last)
  })

  it('takes selected words to look for, and follows the text while the bar is open', () => {
    const editor = new Editor(story('Head', 'Stand', 'gate'))
    editor.caret('gate', 'select').run(openFind)
    expect(finderOf(editor.state)).toMatchObject({ bar: 'find', asked: 1, search: { words: 'gate' } })
    editor.caret('gate').type(' and gate')
    expect(finderOf(editor.state).matches).toHaveLength(2)
  })

  it('finds what a scan of the text finds', () => {
    const letter = fc.constantFrom('a', 'b', 'B', ' ', '.', '$', '\\', 'ё', 'é', '🎉')
    const text = fc.array(letter, { minLength: 1, maxLength: 40 }).map((letters) => letters.join(''))
    const words = fc.array(letter, { minLength: 1, maxLength: 3 }).map((letters) => letters.join(''))
    fc.assert(
      fc.property(text, words, (copy, wanted) => {
        let count = 0
        for (let at = copy.indexOf(wanted); at >= 0; at = copy.indexOf(wanted, at + wanted.length)) count += 1
        expect(foundIn(copy, { words: wanted, isCaseSensitive: true })).toEqual(Array(count).fill(wanted))
      }),
      { numRuns: 200 },
    )
  })
})

describe('replacing', () => {
  it('replaces every place as one step of undo, and leaves quoted words alone unless told', () => {
    const editor = new Editor(story('The gate', 'Stand', '“The gate is shut,” she said of the gate.'))
    const tagging = tagQuotation(editor.state, [editor.find('“The gate is shut,”')], { kind: 'direct', speaker: null })
    if (tagging === null) throw new Error('Nothing was tagged.')
    editor.dispatch(tagging)
    const before = editor.blocks
    looking(editor, { words: 'gate', replacement: 'door' })
    expect(finderOf(editor.state).matches.map(({ isQuoted }) => isQuoted)).toEqual([false, true, false])
    expect(replaceAll(editor.view, false)).toEqual({ count: 2, left: 1 })
    expect(editor.blocks).toEqual([
      'headline: The door',
      'standfirst: Stand',
      'paragraph: “The gate is shut,” she said of the door.',
    ])
    editor.run(undo)
    expect(editor.blocks).toEqual(before)
    expect(replaceAll(editor.view, true)).toEqual({ count: 3, left: 0 })
    expect(editor.blocks[2]).toBe('paragraph: “The door is shut,” she said of the door.')
    expect(editor.quotes).toEqual([['“The door is shut,”']])
  })

  it('replaces the place it stands on, one after the other', () => {
    const editor = looking(new Editor(story('Head', 'Stand', 'gate gate')), { words: 'gate', replacement: 'gateway' })
    editor.caretInBlock(2)
    editor.run(replaceHere)
    editor.run(replaceHere)
    expect(editor.blocks[2]).toBe('paragraph: gateway gate')
    editor.run(replaceHere)
    expect(editor.blocks[2]).toBe('paragraph: gateway gateway')
  })

  it('puts the groups of an expression in their places, and a dollar as it is typed otherwise', () => {
    const editor = looking(new Editor(story('Head', 'Stand', '12 May 2026')), {
      words: String.raw`(\d+) (\p{L}+)`,
      replacement: '$2 $1',
      isRegularExpression: true,
    })
    replaceAll(editor.view, false)
    expect(editor.blocks[2]).toBe('paragraph: May 12 2026')
    const plain = looking(new Editor(story('Head', 'Stand', 'cost')), { words: 'cost', replacement: String.raw`$1 \n` })
    replaceAll(plain.view, false)
    expect(plain.blocks[2]).toBe(String.raw`paragraph: $1 \n`)
  })

  it('keeps to the stretch that was chosen', () => {
    const editor = looking(new Editor(story('Head', 'Stand', 'gate', 'gate')), { words: 'gate', replacement: 'door' })
    const [, last] = finderOf(editor.state).matches
    editor.dispatch(changeFinder(editor.state.tr, { within: { from: last?.from ?? 0, to: last?.to ?? 0 } }))
    expect(replaceAll(editor.view, false)).toEqual({ count: 1, left: 0 })
    expect(editor.blocks.slice(2)).toEqual(['paragraph: gate', 'paragraph: door'])
  })

  it('costs nothing while the bar is closed', () => {
    const editor = new Editor(story('Head', 'Stand', 'gate'))
    editor.dispatch(changeFinder(editor.state.tr, { search: { ...searchForNothing, words: 'gate' } }))
    expect(finderOf(editor.state).matches).toEqual([])
    expect(searchQuery(finderOf(editor.state).search).valid).toBe(true)
  })
})
