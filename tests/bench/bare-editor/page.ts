// prosemirror-view as it comes, with its own style sheet and the schema of our stories: no plugin, no key of ours.
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import 'prosemirror-view/style/prosemirror.css'
import { readDocument } from '../../../storage/model/document.ts'

declare global {
  interface Window {
    /** Shows the document in an editor; returns how many children it has. */
    mountDocument: (json: unknown) => number
  }
}

window.mountDocument = (json) => {
  const view = new EditorView(document.body, { state: EditorState.create({ doc: readDocument(json) }) })
  return view.dom.childElementCount
}
document.documentElement.dataset['ready'] = 'true'
