import { Plugin } from 'prosemirror-state'
import { addPhotoFiles } from '../commands/photos.ts'

/** Takes picture files that are dropped on the sheet, where they fall, or pasted, at the caret. */
export function photoFiles(): Plugin {
  return new Plugin({
    props: {
      handleDrop: (view, event) => {
        const files = picturesIn(event.dataTransfer)
        if (files.length === 0) return false
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
        addPhotoFiles(view, files, place === null ? undefined : place.inside >= 0 ? place.inside : place.pos)
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

function picturesIn(transfer: DataTransfer | null): File[] {
  return [...(transfer?.files ?? [])].filter((file) => file.type.startsWith('image/'))
}
