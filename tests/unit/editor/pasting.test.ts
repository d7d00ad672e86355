import { Slice } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { freshQuoteId, tagQuotation } from '../../../renderer/editor/commands/quotations.ts'
import { flattened } from '../../../renderer/editor/paste/flatten.ts'
import { paragraphsOf, sliceOfText } from '../../../renderer/editor/paste/plain-text.ts'
import { withFreshIds } from '../../../renderer/editor/paste/quote-entries.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { Editor, figure, story } from './desk.ts'

describe('plain text', () => {
  it('parts paragraphs at blank lines and makes spaces of the line ends inside', () => {
    expect(paragraphsOf('One line\nand another.\n\nNext.\r\n \r\nLast\u00a0one.')).toEqual([
      'One line and another.',
      'Next.',
      'Last\u00a0one.',
    ])
  })

  it('takes every line as a paragraph where there is no blank one', () => {
    expect(paragraphsOf('First\nSecond\n')).toEqual(['First', 'Second'])
  })

  it('joins a single line to the text at the caret, its spaces kept', () => {
    const editor = new Editor(story('A', 'B', 'Boats')).caret('Boats')
    editor.dispatch(editor.state.tr.replaceSelection(sliceOfText(' are late')))
    expect(editor.blocks[2]).toBe('paragraph: Boats are late')
  })
})

describe('one-line fields', () => {
  it('take several paragraphs as one line, words apart, with the marks they allow', () => {
    const bold = schema.text('strong', [schema.marks.strong.create()])
    const slice = new Slice(
      story('', '', schema.node('paragraph', null, [bold]), 'second', figure('third')).content.cut(4),
      1,
      1,
    )
    const words = flattened(slice, schema.nodes.headline)
    expect(words.textBetween(0, words.size)).toBe('strong second third')
    const marks: string[] = []
    words.forEach((node) => marks.push(...node.marks.map((mark) => mark.type.name)))
    expect(marks).toEqual([])
  })
})

describe('copying quotations', () => {
  it('gives a copy in the same story an id of its own, and keeps the id in another story', () => {
    const editor = new Editor(story('A', 'B', 'He said “no more”.'))
    const id = freshQuoteId()
    const { from, to } = editor.find('“no more”')
    const tagged = tagQuotation(editor.state, [{ from, to }], { kind: 'partial', speaker: null }, id)
    if (tagged !== null) editor.dispatch(tagged)
    const slice = editor.state.doc.slice(from, to)

    const here = withFreshIds(slice, editor.state.doc, freshQuoteId)
    expect([...here.renamed.keys()]).toEqual([id])
    expect(here.slice.content.firstChild?.marks[0]?.attrs['id']).toBe(here.renamed.get(id))

    const elsewhere = withFreshIds(slice, story('C', 'D', ''), freshQuoteId)
    expect(elsewhere.renamed.size).toBe(0)
    expect(elsewhere.slice.eq(slice)).toBe(true)
  })
})
