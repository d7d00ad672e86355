import { undo } from 'prosemirror-history'
import { describe, expect, it } from 'vitest'
import { Editor, figure, paragraph, story } from './desk.ts'
import { schema } from '../../../storage/model/schema/index.ts'

describe('headline, standfirst and body', () => {
  it('goes from the headline to the standfirst and from there to the body with Enter, splitting neither', () => {
    const editor = new Editor(story('Ferry halts', 'No boats today', 'The ferry stopped.')).caret('Ferry')
    editor.press('Enter')
    expect(editor.state.selection.$head.parent.type.name).toBe('standfirst')
    editor.press('Enter')
    expect(editor.state.selection.$head.parent.textContent).toBe('The ferry stopped.')
    expect(editor.blocks).toEqual([
      'headline: Ferry halts',
      'standfirst: No boats today',
      'paragraph: The ferry stopped.',
    ])
  })

  it('makes a paragraph to write in when the body begins with a figure', () => {
    const editor = new Editor(story('A', 'B', figure('The quay'), 'Text')).caret('B')
    editor.press('Enter')
    expect(editor.blocks.slice(2)).toEqual(['paragraph: ', 'figure: The quay', 'paragraph: Text'])
    expect(editor.state.selection.$head.parent.content.size).toBe(0)
  })

  it('steps back from the start of the body without joining it to the standfirst', () => {
    const editor = new Editor(story('A', 'Standfirst', 'Body')).caret('Body', 'before')
    editor.press('Backspace')
    expect(editor.blocks).toEqual(['headline: A', 'standfirst: Standfirst', 'paragraph: Body'])
    expect(editor.state.selection.$head.parent.type.name).toBe('standfirst')
    expect(editor.state.selection.head).toBe(editor.find('Standfirst').to)
  })

  it('never joins the standfirst to the headline, from either side', () => {
    const editor = new Editor(story('Head', 'Stand', 'Body')).caret('Stand', 'before')
    editor.press('Backspace')
    editor.caret('Head')
    editor.press('Delete')
    editor.caret('Stand')
    editor.press('Delete')
    expect(editor.blocks).toEqual(['headline: Head', 'standfirst: Stand', 'paragraph: Body'])
  })

  it('takes an empty first paragraph away when stepping back out of it', () => {
    const editor = new Editor(story('A', 'B', '', 'Body')).caretInBlock(2)
    editor.press('Backspace')
    expect(editor.blocks.slice(2)).toEqual(['paragraph: Body'])
  })

  it('empties each field by itself when a selection over several of them is deleted', () => {
    const editor = new Editor(story('Headline here', 'Standfirst here', 'First', 'Second here'))
    const from = editor.find('here').from
    const to = editor.find('Second').to
    editor.select(from, to)
    editor.press('Delete')
    expect(editor.blocks).toEqual(['headline: Headline ', 'standfirst: ', 'paragraph:  here'])
    editor.run(undo)
    expect(editor.blocks).toEqual([
      'headline: Headline here',
      'standfirst: Standfirst here',
      'paragraph: First',
      'paragraph: Second here',
    ])
  })

  it('goes on after the figure when Enter is pressed in a caption', () => {
    const editor = new Editor(story('A', 'B', figure('The quay'), 'Text')).caret('quay')
    editor.press('Enter')
    expect(editor.blocks.slice(2)).toEqual(['figure: The quay', 'paragraph: ', 'paragraph: Text'])
  })

  it('keeps a paragraph at the end to go on in after an edit that ends the story in something else', () => {
    const editor = new Editor(story('A', 'B', 'Text'))
    const end = editor.state.doc.content.size
    editor.dispatch(editor.state.tr.insert(end, schema.node('rule')))
    expect(editor.blocks.slice(2)).toEqual(['paragraph: Text', 'rule: ', 'paragraph: '])
    editor.run(undo)
    expect(editor.blocks.slice(2)).toEqual(['paragraph: Text'])
  })

  it('leaves a story that ends in a figure as it was opened', () => {
    const editor = new Editor(story('A', 'B', paragraph('Text'), figure('Last'))).caret('Text')
    editor.type('s')
    expect(editor.blocks.at(-1)).toBe('figure: Last')
  })
})
