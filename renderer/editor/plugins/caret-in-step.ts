import { Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/** Keys whose act depends on where in its block the caret stands. */
const structural = new Set(['Backspace', 'Delete', 'Enter'])

/**
 * The browser moves the caret at once and tells of it in a later task. A key pressed in between would find the editor
 * at the old place: it would leave the act to the browser, which knows nothing of captions and pulled a paragraph into
 * one. So the caret is read again before these keys.
 */
export function caretInStep(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: (view, event) => {
          if (structural.has(event.key) && !event.isComposing) readCaret(view)
          return false
        },
      },
    },
  })
}

/** Takes over where the browser shows the caret. To be called before anything that would draw the editor's own again. */
export function readCaret(view: EditorView): void {
  const known = view.state.selection
  const shown = view.dom.ownerDocument.getSelection()
  const [from, to] = [shown?.anchorNode ?? null, shown?.focusNode ?? null]
  if (!(known instanceof TextSelection) || shown === null || from === null || to === null) return
  if (!view.dom.contains(from) || !view.dom.contains(to)) return
  const anchor = view.posAtDOM(from, shown.anchorOffset)
  const head = view.posAtDOM(to, shown.focusOffset)
  if (anchor === known.anchor && head === known.head) return
  const { doc, tr } = view.state
  view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))))
}
