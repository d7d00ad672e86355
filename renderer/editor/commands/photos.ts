import type { Command } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { AddPhotosResult } from '../../../electron/ipc/contract/media.ts'
import { isGalleyError } from '../../../storage/model/errors.ts'
import { t } from '../../i18n/translate.ts'
import { valueOf } from '../answers.ts'
import { contextOf } from '../context.ts'
import { figureAt, figureOf, insertFigures, replaceFigurePhoto } from './figures.ts'

/** Asks for pictures with the system's dialog and puts them into the story. */
export const choosePhotos: Command = (state, dispatch, view) => {
  if (dispatch === undefined || view === undefined) return true
  const { bridge } = contextOf(state)
  void placePhotos(view, async () => valueOf(await bridge.media.choose(null)), null)
  return true
}

/** Asks for one picture and shows it in the figure at `pos`. */
export function choosePhotoFor(view: EditorView, pos: number): void {
  const { bridge } = contextOf(view.state)
  void placePhotos(view, async () => valueOf(await bridge.media.choose(null)), pos)
}

/** Stores picture files that were dropped or pasted, and puts them into the story at `pos`, else at the caret. */
export function addPhotoFiles(view: EditorView, files: readonly File[], pos?: number): void {
  const { bridge, notify } = contextOf(view.state)
  notify(t('editor.photo.adding', { count: files.length }))
  void placePhotos(
    view,
    async () => {
      const handed = await Promise.all(
        files.map(async (file) => ({ name: file.name || 'picture', bytes: new Uint8Array(await file.arrayBuffer()) })),
      )
      return valueOf(await bridge.media.add({ files: handed }))
    },
    pos ?? null,
  )
}

async function placePhotos(view: EditorView, add: () => Promise<AddPhotosResult>, pos: number | null): Promise<void> {
  const { photos: shelf, notify } = contextOf(view.state)
  try {
    const { photos, refused } = await add()
    if (view.isDestroyed) return
    shelf.put(photos)
    const [first] = photos
    if (first !== undefined && pos !== null && figureAt(view.state, pos) !== null) {
      replaceFigurePhoto(pos, first)(view.state, view.dispatch)
    } else if (photos.length > 0) {
      const place = pos === null ? undefined : Math.min(pos, view.state.doc.content.size)
      view.dispatch(insertFigures(view.state, photos.map(figureOf), place))
    }
    view.focus()
    const [bad] = refused
    if (bad !== undefined) notify(t('editor.photo.refused', { file: bad.file, message: bad.message }))
    else if (photos.length > 0) notify(t('editor.photo.added', { count: photos.length }))
  } catch (error) {
    notify(isGalleyError(error) ? error.message : t('editor.photo.failed'))
  }
}
