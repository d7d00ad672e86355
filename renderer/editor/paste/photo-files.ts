import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { addPhotoFiles } from '../commands/photos.ts'

/** Takes picture files that are dropped on the sheet, where they fall, or pasted, at the caret. */
export function photoFiles(): Plugin {
  return new Plugin({
    props: {
      handleDrop: (view, event) => {
        const files = picturesIn(event.dataTransfer)
        if (files.length === 0) return false
        addPhotoFiles(view, files, placeOfDrop(view, event))
        return true
      },
      handlePaste: (view, event) => {
        // A copied passage of a page brings a rendering of itself along as a picture; its text is what is meant.
        if (event.clipboardData?.types.includes('text/html') === true) return false
        const files = picturesIn(event.clipboardData)
        if (files.length === 0) return false
        addPhotoFiles(view, files)
        return true
      },
    },
  })
}

/** Before or after the block under the pointer, whichever is nearer; undefined beside every block. */
function placeOfDrop(view: EditorView, event: DragEvent): number | undefined {
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
  if (place === null) return undefined
  const $pos = view.state.doc.resolve(place.pos)
  if ($pos.depth === 0) return $pos.pos
  const block = view.nodeDOM($pos.before(1))
  if (!(block instanceof HTMLElement)) return $pos.pos
  const { top, height } = block.getBoundingClientRect()
  return event.clientY < top + height / 2 ? $pos.before(1) : $pos.pos
}

function picturesIn(transfer: DataTransfer | null): File[] {
  return [...(transfer?.files ?? [])].filter((file) => file.type.startsWith('image/'))
}
