import { join } from 'node:path'
import type { MediaId } from '../model/ids.ts'
import type { PhotoType } from '../model/photo.ts'
import { photoExtensions } from './sniff.ts'

/** Where an original lies in the workspace: `media/<aa>/<sha256>.<ext>`. */
export function originalPath(root: string, id: MediaId, type: PhotoType): string {
  return join(root, 'media', id.slice(0, 2), `${id}.${photoExtensions[type]}`)
}

/** Where the record of an original lies: beside it. */
export function photoRecordPath(root: string, id: MediaId): string {
  return join(root, 'media', id.slice(0, 2), `${id}.json`)
}

/** Where derived sizes are kept. Everything below may be deleted at any time. */
export function renditionsPath(root: string, id: MediaId): string {
  return join(root, 'media', 'renditions', id.slice(0, 2))
}
