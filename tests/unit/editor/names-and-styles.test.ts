import { undo } from 'prosemirror-history'
import { TextSelection } from 'prosemirror-state'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { readTypedAddress, setLink } from '../../../renderer/editor/commands/links.ts'
import { tagMention, untagMention } from '../../../renderer/editor/commands/mentions.ts'
import { setStyle, styleAt } from '../../../renderer/editor/commands/styles.ts'
import { shortName } from '../../../renderer/editor/margin/short-name.ts'
import { paragraphAt } from '../../../renderer/editor/queries/blocks.ts'
import { nameAt } from '../../../renderer/editor/queries/name-at.ts'
import { entitySchema } from '../../../storage/model/entity.ts'
import { mentions } from '../../../storage/model/mentions.ts'
import { Editor, figure, story } from './desk.ts'

const harbour = entitySchema.parse({
  id: v7(),
  kind: 'organisation',
  name: 'Harbour Office',
  role: '',
  aliases: [],
  sameAs: null,
})

describe('names', () => {
  it('are bound to the authority file, unbound, and both undo', () => {
    const editor = new Editor(story('A', 'B', 'The Harbour Office is shut.'))
    const tagged = tagMention(editor.state, editor.find('Harbour Office'), harbour)
    if (tagged !== null) editor.dispatch(tagged)
    expect(mentions(editor.state.doc)).toMatchObject([{ text: 'Harbour Office', entity: harbour.id }])
    editor.caret('Harbour').run(untagMention)
    expect(mentions(editor.state.doc)).toEqual([])
    editor.run(undo)
    expect(mentions(editor.state.doc)).toHaveLength(1)
  })

  it.each([
    ['It was Ines Corda who spoke.', 'Corda', 'Ines Corda'],
    ['It was Dr. Ines Corda who spoke.', 'Ines', 'Dr. Ines Corda'],
    ['He left. Ines came.', 'Ines', 'Ines'],
    ['the harbour is shut', 'harbour', 'harbour'],
    ['Տիգրան Սարգսյանն ասաց', 'Սարգսյանն', 'Տիգրան Սարգսյանն'],
    ['وزیر گفت', 'وزیر', 'وزیر'],
  ])('are found around the caret: %s', (text, place, name) => {
    const editor = new Editor(story('A', 'B', text)).caret(place)
    const range = nameAt(editor.state)
    expect(range === null ? null : editor.state.doc.textBetween(range.from, range.to)).toBe(name)
  })

  it('are shortened to initial and surname', () => {
    expect(shortName('Aram Petros Vanesyan')).toBe('A. Vanesyan')
    expect(shortName('Madonna')).toBe('Madonna')
    expect(shortName('shopkeepers on the quay')).toBe('shopkeepers on the quay')
    expect(shortName('آرام وانسیان')).toBe('آ. وانسیان')
    expect(shortName('É\u0301lie Rousseau')).toBe('É\u0301. Rousseau')
  })
})

describe('links', () => {
  it.each([
    ['example.org/page', 'https://example.org/page'],
    ['https://example.org', 'https://example.org/'],
    ['desk@example.org', 'mailto:desk@example.org'],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['two words', null],
    ['', null],
  ])('read %j as %j', (typed, address) => {
    expect(readTypedAddress(typed)).toBe(address)
  })

  it('are set, changed and taken away', () => {
    const editor = new Editor(story('A', 'B', 'See the page now.'))
    editor.dispatch(setLink(editor.state, editor.find('the page'), 'https://example.org/'))
    editor.dispatch(setLink(editor.state, editor.find('page'), null))
    const hrefs: string[] = []
    editor.state.doc.descendants((node) => {
      for (const mark of node.marks) hrefs.push(`${node.text ?? ''} ${String(mark.attrs['href'])}`)
    })
    expect(hrefs).toEqual(['the  https://example.org/'])
  })
})

describe('paragraph styles', () => {
  it.each(['crosshead', 'subhead', 'list', 'numbered_list', 'quote', 'pull_quote'] as const)(
    'makes %s of body text and body text again, each with one undo',
    (style) => {
      const editor = new Editor(story('A', 'B', 'One', 'Two')).caret('One')
      const before = editor.state.doc
      expect(editor.run(setStyle(style))).toBe(true)
      expect(styleAt(editor.state)).toBe(style)
      const made = editor.state.doc
      editor.run(setStyle('body'))
      expect(editor.state.doc.eq(before)).toBe(true)
      editor.run(undo)
      expect(editor.state.doc.eq(made)).toBe(true)
      editor.run(undo)
      expect(editor.state.doc.eq(before)).toBe(true)
    },
  )

  it('turns a list item into a crosshead, out of its list', () => {
    const editor = new Editor(story('A', 'B', 'One')).caret('One')
    editor.run(setStyle('list'))
    editor.run(setStyle('crosshead'))
    expect(editor.blocks[2]).toBe('subhead: One')
  })

  it('takes several paragraphs at once', () => {
    const editor = new Editor(story('A', 'B', 'One', 'Two', 'Three'))
    const [from, to] = [editor.find('One').from, editor.find('Two').to]
    editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, from, to)))
    editor.run(setStyle('list'))
    expect(editor.state.doc.child(2).childCount).toBe(2)
    editor.run(setStyle('list'))
    expect(editor.blocks.slice(2)).toEqual(['paragraph: One', 'paragraph: Two', 'paragraph: Three'])
  })

  it('has none to choose in headline and caption', () => {
    const editor = new Editor(story('Head', 'B', figure('Cap'))).caret('Head')
    expect(styleAt(editor.state)).toBeNull()
    expect(editor.run(setStyle('list'))).toBe(false)
    expect(styleAt(editor.caret('Cap').state)).toBeNull()
  })
})

describe('the place of a paragraph', () => {
  it('counts the blocks of the body without figures', () => {
    const editor = new Editor(story('A', 'B', 'One', figure('Cap'), 'Two'))
    expect(paragraphAt(editor.state.doc, editor.find('Two').from)).toEqual({ index: 2, count: 2 })
    expect(paragraphAt(editor.state.doc, 1)).toEqual({ index: 0, count: 2 })
  })
})
