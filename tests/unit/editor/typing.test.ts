import { undo } from 'prosemirror-history'
import { describe, expect, it } from 'vitest'
import { Editor, story } from './desk.ts'

const empty = (): ReturnType<typeof story> => story('Head', 'Stand', '')

function typed(text: string, language = 'en'): string {
  return new Editor(empty(), language).caretInBlock(2).type(text).state.doc.child(2).textContent
}

describe('typing', () => {
  it.each([
    ['en', '"He said \'no\' to it," she said.', '“He said ‘no’ to it,” she said.'],
    ['en', "It's the harbour masters' gate.", 'It’s the harbour masters’ gate.'],
    ['en', '("in brackets")', '(“in brackets”)'],
    ['ru', '"Он сказал "нет" мне", - он.', '«Он сказал „нет“ мне»,\u00a0— он.'],
    ['hy', '"Դարպասը փակ է",- ասաց նա։', '«Դարպասը փակ է»,- ասաց նա։'],
    ['fa', '"در را بستیم"', '«در را بستیم»'],
    ['de', '"Wir haben \'nein\' gesagt"', '„Wir haben ’nein’ gesagt“'],
    ['fr', '"Non"', '«\u00a0Non\u00a0»'],
  ])('prints the quotation marks of %s: %s', (language, keys, printed) => {
    expect(typed(keys, language)).toBe(printed)
  })

  it.each([
    ['en', 'J. R. Orsini ran 5 km, then 3 m.', 'J.\u00a0R.\u00a0Orsini ran 5\u00a0km, then 3\u00a0m.'],
    ['en', 'Plan B failed. It cost 5 more', 'Plan B failed. It cost 5 more'],
    ['en', 'one - two', 'one - two'],
    ['ru', 'А. С. Попов - врач, 5 км, № 7', 'А.\u00a0С.\u00a0Попов\u00a0— врач, 5\u00a0км, №\u00a07'],
    ['hy', 'Ճանապարհը 12 կմ։', 'Ճանապարհը 12\u00a0կմ։'],
    ['fa', 'راه ۱۲ کیلومتر است', 'راه ۱۲\u00a0کیلومتر است'],
    ['fr', 'Pourquoi ?', 'Pourquoi\u202f?'],
  ])('sets the spaces and dashes of %s: %s', (language, keys, printed) => {
    expect(typed(keys, language)).toBe(printed)
  })

  it('gives back the space that was typed with one undo', () => {
    const editor = new Editor(empty()).caretInBlock(2).type('J. ')
    editor.run(undo)
    expect(editor.blocks[2]).toBe('paragraph: J. ')
  })

  it('prints two hyphens as a dash and three points as an ellipsis', () => {
    expect(typed('wait -- what...')).toBe('wait — what…')
  })

  it('keeps Armenian and Persian letters as they are typed', () => {
    expect(typed('Ո՞վ է նա։ Ա՜խ', 'hy')).toBe('Ո՞վ է նա։ Ա՜խ')
    expect(typed('می\u200cروم', 'fa')).toBe('می\u200cروم')
  })

  it('gives back the typed mark with the first undo, and nothing else', () => {
    const editor = new Editor(empty()).caretInBlock(2).type('Said "')
    expect(editor.blocks[2]).toBe('paragraph: Said “')
    editor.run(undo)
    expect(editor.blocks[2]).toBe('paragraph: Said "')
  })

  it('undoes what was typed after a mark without the mark', () => {
    const editor = new Editor(empty()).caretInBlock(2).type('"Hello')
    editor.run(undo)
    expect(editor.blocks[2]).toBe('paragraph: “')
  })

  it.each([
    ['## ', 'subhead: '],
    ['- ', 'bullet_list: '],
    ['1. ', 'ordered_list: '],
    ['> ', 'blockquote: '],
  ])('makes a block of %j, gives the letters back with undo, and with Backspace', (keys, block) => {
    const editor = new Editor(empty()).caretInBlock(2).type(keys)
    expect(editor.blocks[2]).toBe(block)
    editor.run(undo)
    expect(editor.blocks[2]).toBe(`paragraph: ${keys}`)

    const other = new Editor(empty()).caretInBlock(2).type(keys)
    other.press('Backspace')
    expect(other.blocks[2]).toBe(`paragraph: ${keys}`)
  })

  it('starts a numbered list with the number that was typed', () => {
    const editor = new Editor(empty()).caretInBlock(2).type('7) ')
    expect(editor.state.doc.child(2).attrs['start']).toBe(7)
  })

  it('makes no blocks in headline, standfirst or caption', () => {
    const editor = new Editor(story('', 'Stand', '')).caretInBlock(0).type('## ')
    expect(editor.blocks[0]).toBe('headline: ## ')
  })

  it('replaces a selection over headline and body without moving words between them', () => {
    const editor = new Editor(story('Headline', 'Standfirst', 'Body text'))
    const [from, to] = [editor.find('line').from, editor.find('Body').to]
    editor.select(from, to).type('X')
    expect(editor.blocks).toEqual(['headline: HeadX', 'standfirst: ', 'paragraph:  text'])
  })
})
