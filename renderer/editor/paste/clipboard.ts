import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { Slice } from 'prosemirror-model'
import { quoteTable } from '../../../storage/model/quotations.ts'
import { crossesFields, deleteAcrossFields } from '../commands/fields.ts'
import { freshQuoteId } from '../commands/quotations.ts'
import type { QuoteMemory } from '../plugins/quote-memory.ts'
import { cleanHtml } from './clean-html.ts'
import { flattened, isSingleLine } from './flatten.ts'
import { sliceOfText } from './plain-text.ts'
import { serializerWithEntries, withFreshIds } from './quote-entries.ts'

/** Copy and paste: quotations bring their entries along, foreign HTML is cleaned, one-line fields stay one line. */
export function clipboard(memory: QuoteMemory): Plugin {
  let current: EditorView | null = null
  return new Plugin({
    view: (view) => {
      current = view
      return {}
    },
    props: {
      clipboardSerializer: serializerWithEntries(() => (current === null ? {} : quoteTable(current.state.doc))),
      clipboardTextParser: (text) => sliceOfText(text),
      clipboardTextSerializer: (slice) => slice.content.textBetween(0, slice.content.size, '\n\n'),
      transformPastedHTML: (html) => {
        const { html: clean, entries } = cleanHtml(html)
        memory.learn(entries)
        return clean
      },
      transformPasted: (slice, view) => {
        if (view.dragging?.move === true) return slice
        const { slice: fresh, renamed } = withFreshIds(slice, view.state.doc, freshQuoteId)
        for (const [old, id] of renamed) {
          const entry = memory.recall(old)
          if (entry !== null) memory.remember({ [id]: { ...entry, id } })
        }
        return fresh
      },
      handlePaste: (view, _event, slice) => {
        if (crossesFields(view.state)) view.dispatch(deleteAcrossFields(view.state))
        const { $from, $to } = view.state.selection
        if (!isSingleLine($from.parent.type) || !$from.sameParent($to)) return false
        const words = new Slice(flattened(slice, $from.parent.type), 0, 0)
        view.dispatch(view.state.tr.replaceSelection(words).scrollIntoView().setMeta('paste', true))
        return true
      },
      handleDOMEvents: {
        cut: (view, event) => {
          if (!crossesFields(view.state) || event.clipboardData === null) return false
          const { dom, text } = view.serializeForClipboard(view.state.selection.content())
          event.preventDefault()
          event.clipboardData.clearData()
          event.clipboardData.setData('text/html', dom.innerHTML)
          event.clipboardData.setData('text/plain', text)
          view.dispatch(deleteAcrossFields(view.state).scrollIntoView())
          return true
        },
      },
    },
  })
}
