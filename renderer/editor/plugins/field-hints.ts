import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { t } from '../../i18n/translate.ts'

/** Says in an empty headline, standfirst and body what belongs there. */
export function fieldHints(): Plugin {
  return new Plugin({
    props: {
      decorations: (state) => {
        const marks = hints(state.doc)
        return marks.length === 0 ? null : DecorationSet.create(state.doc, marks)
      },
    },
  })
}

function hints(document: Node): Decoration[] {
  const [headline, standfirst, first] = [document.child(0), document.child(1), document.child(2)]
  const marks: Decoration[] = []
  if (headline.content.size === 0) marks.push(hint(0, headline, t('editor.hint.headline')))
  if (standfirst.content.size === 0) marks.push(hint(headline.nodeSize, standfirst, t('editor.hint.standfirst')))
  if (document.childCount === 3 && first.type.name === 'paragraph' && first.content.size === 0) {
    marks.push(hint(headline.nodeSize + standfirst.nodeSize, first, t('editor.hint.body')))
  }
  return marks
}

function hint(pos: number, node: Node, words: string): Decoration {
  return Decoration.node(pos, pos + node.nodeSize, { class: 'has-hint', 'data-hint': words })
}
