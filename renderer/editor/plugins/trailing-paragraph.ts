import { Plugin } from 'prosemirror-state'
import { schema } from '../../../storage/model/schema/index.ts'

/**
 * Gives the story a paragraph to go on in when an edit of this window makes something else its last block.
 * Leaves alone what other windows did and what undo brought back.
 */
export function trailingParagraph(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, before, after) => {
      const isOwnEdit = transactions.some(
        (transaction) =>
          transaction.docChanged &&
          transaction.getMeta('addToHistory') !== false &&
          transaction.getMeta('history$') === undefined,
      )
      if (!isOwnEdit || before.doc.lastChild === after.doc.lastChild) return null
      if (after.doc.lastChild?.type === schema.nodes.paragraph) return null
      return after.tr.insert(after.doc.content.size, schema.nodes.paragraph.create())
    },
  })
}
