import { undo } from 'prosemirror-history'
import { describe, expect, it } from 'vitest'
import {
  figureAtSelection,
  figureOf,
  insertFigures,
  removeFigure,
  replaceFigurePhoto,
  setFigureAttributes,
} from '../../../renderer/editor/commands/figures.ts'
import { effectiveAlt, effectiveCredit, figures } from '../../../storage/model/figures.ts'
import { photoSchema } from '../../../storage/model/photo.ts'
import type { Photo } from '../../../storage/model/photo.ts'
import { Editor, figure, story } from './desk.ts'

function photo(letter: string, caption: string, alt = '', credit = ''): Photo {
  const none = ''
  return photoSchema.parse({
    id: letter.repeat(64),
    name: `${letter}.jpg`,
    type: 'image/jpeg',
    bytes: 1000,
    width: 1200,
    height: 800,
    added: '2026-04-14T10:00:00.000Z',
    description: {
      caption,
      alt,
      credit,
      extendedDescription: none,
      headline: none,
      creator: none,
      copyright: none,
      source: none,
      created: none,
      location: { city: none, state: none, country: none },
      people: [],
      keywords: [],
      instructions: none,
      usageTerms: none,
      digitalSourceType: none,
    },
  })
}

describe('figures', () => {
  it('come after the paragraph of the caret with the caption of the file, the caret in the caption', () => {
    const editor = new Editor(story('A', 'B', 'One', 'Two')).caret('One')
    editor.dispatch(insertFigures(editor.state, [figureOf(photo('a', 'The quay\nat  noon.', 'A quay', 'Luk/Wire'))]))
    expect(editor.blocks.slice(2)).toEqual(['paragraph: One', 'figure: The quay at noon.', 'paragraph: Two'])
    expect(editor.state.selection.$head.parent.type.name).toBe('caption')
    const [found] = figures(editor.state.doc)
    expect(found?.attributes).toMatchObject({ alt: null, credit: null, decorative: false })
    if (found === undefined) return
    expect(effectiveAlt(found.attributes, photo('a', '', 'A quay'))).toBe('A quay')
    expect(effectiveCredit(found.attributes, photo('a', '', '', 'Luk/Wire'))).toBe('Luk/Wire')
  })

  it('take the place of an empty paragraph, and are never the first thing before the body', () => {
    const editor = new Editor(story('A', 'B', '')).caretInBlock(2)
    editor.dispatch(insertFigures(editor.state, [figureOf(photo('a', 'One')), figureOf(photo('b', 'Two'))]))
    expect(editor.blocks.slice(2)).toEqual(['figure: One', 'figure: Two', 'paragraph: '])

    const inHeadline = new Editor(story('Headline', 'B', 'Text')).caret('Head')
    inHeadline.dispatch(insertFigures(inHeadline.state, [figureOf(photo('a', 'One'))]))
    expect(inHeadline.blocks).toEqual(['headline: Headline', 'standfirst: B', 'figure: One', 'paragraph: Text'])
  })

  it('go with one undo, and come out again', () => {
    const editor = new Editor(story('A', 'B', 'One')).caret('One')
    const before = editor.state.doc
    editor.dispatch(insertFigures(editor.state, [figureOf(photo('a', 'Cap'))]))
    editor.run(undo)
    expect(editor.state.doc.eq(before)).toBe(true)
  })

  it('change their alt text and credit, undoably, and keep a caption that was written when the picture changes', () => {
    const editor = new Editor(story('A', 'B', figure('Written here'), figure(''))).caret('Written')
    const pos = figureAtSelection(editor.state) ?? -1
    expect(editor.run(setFigureAttributes(pos, { alt: 'Boats' }))).toBe(true)
    editor.run(replaceFigurePhoto(pos, photo('a', 'From the file')))
    const second = figures(editor.state.doc)[1]?.pos ?? -1
    editor.run(replaceFigurePhoto(second, photo('b', 'From the file')))
    expect(figures(editor.state.doc).map((one) => [one.caption, one.attributes.alt])).toEqual([
      ['Written here', 'Boats'],
      ['From the file', null],
    ])
    expect(editor.run(setFigureAttributes(1, { alt: 'x' }))).toBe(false)
  })

  it('leave the story and come back with undo', () => {
    const editor = new Editor(story('A', 'B', figure('Cap'), 'Text'))
    const pos = figures(editor.state.doc)[0]?.pos ?? -1
    editor.run(removeFigure(pos))
    expect(editor.blocks.slice(2)).toEqual(['paragraph: Text'])
    editor.run(undo)
    expect(editor.blocks.slice(2)).toEqual(['figure: Cap', 'paragraph: Text'])
  })

  it('are taken by Backspace in two steps: chosen first, then gone', () => {
    const editor = new Editor(story('A', 'B', figure('Cap'), 'Text')).caret('Text', 'before')
    editor.press('Backspace')
    expect(editor.blocks.slice(2)).toEqual(['figure: Cap', 'paragraph: Text'])
    editor.press('Backspace')
    expect(editor.blocks.slice(2)).toEqual(['paragraph: Text'])
  })
})
