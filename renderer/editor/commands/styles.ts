import { closeHistory } from 'prosemirror-history'
import { lift, setBlockType, wrapIn } from 'prosemirror-commands'
import { liftListItem, wrapInList } from 'prosemirror-schema-list'
import type { Command, EditorState } from 'prosemirror-state'
import { schema } from '../../../storage/model/schema/index.ts'
import { inTurn } from './in-turn.ts'

/** The paragraph styles of the style picker. */
export const blockStyles = ['body', 'crosshead', 'subhead', 'list', 'numbered_list', 'quote', 'pull_quote'] as const
export type BlockStyle = (typeof blockStyles)[number]

/** The style of the block that the caret is in; null in a headline, standfirst or caption, which have none to choose. */
export function styleAt(state: EditorState): BlockStyle | null {
  const { $head } = state.selection
  for (let depth = $head.depth; depth > 0; depth -= 1) {
    const node = $head.node(depth)
    if (node.type === schema.nodes.bullet_list) return 'list'
    if (node.type === schema.nodes.ordered_list) return 'numbered_list'
    if (node.type === schema.nodes.blockquote) return 'quote'
    if (node.type === schema.nodes.pull_quote) return 'pull_quote'
    if (node.type === schema.nodes.subhead) return node.attrs['level'] === 3 ? 'subhead' : 'crosshead'
    if (node.type === schema.nodes.paragraph && depth === 1) return 'body'
  }
  return null
}

/** Gives the selected blocks a style. Choosing the list or quote they have already makes them body text again. */
export function setStyle(style: BlockStyle): Command {
  return (state, dispatch) => {
    const current = styleAt(state)
    if (current === null) return false
    if (dispatch === undefined) return true
    const isToggle = current === style && (style === 'list' || style === 'numbered_list' || style === 'quote')
    const transaction = inTurn(state, [...outOfEverything, ...(isToggle ? [] : [make(style)])])
    if (!transaction.docChanged) return false
    dispatch(closeHistory(transaction).scrollIntoView())
    return true
  }
}

const toParagraph: Command = (state, dispatch) =>
  styleAt(state) === 'body' ? false : setBlockType(schema.nodes.paragraph)(state, dispatch)

const liftOut: Command = (state, dispatch) => {
  const style = styleAt(state)
  if (style === 'list' || style === 'numbered_list') return liftListItem(schema.nodes.list_item)(state, dispatch)
  return style === 'quote' ? lift(state, dispatch) : false
}

/** Deep enough for any nesting that the schema is used with. */
const outOfEverything: readonly Command[] = [...Array.from({ length: 8 }, () => liftOut), toParagraph]

function make(style: BlockStyle): Command {
  switch (style) {
    case 'body':
      return toParagraph
    case 'crosshead':
      return setBlockType(schema.nodes.subhead, { level: 2 })
    case 'subhead':
      return setBlockType(schema.nodes.subhead, { level: 3 })
    case 'list':
      return wrapInList(schema.nodes.bullet_list)
    case 'numbered_list':
      return wrapInList(schema.nodes.ordered_list)
    case 'quote':
      return wrapIn(schema.nodes.blockquote)
    case 'pull_quote':
      return setBlockType(schema.nodes.pull_quote)
  }
}
