import type { Session } from 'electron'
import { isGalleyError } from '../../storage/model/errors.ts'
import { mediaIdSchema } from '../../storage/model/ids.ts'
import type { MediaId } from '../../storage/model/ids.ts'
import { readAddress } from './address.ts'

/** A picture as it is served. */
export interface Picture {
  readonly type: string
  readonly data: Uint8Array
}

/** Where pictures come from: the original, or the smallest kept size that is at least `width` wide. */
export interface Pictures {
  original(id: MediaId): Promise<Picture>
  atLeast(id: MediaId, width: number): Promise<Picture>
}

/** What an address asks for; a null width is the original. */
export interface PictureAddress {
  readonly id: MediaId
  readonly width: number | null
}

/**
 * Reads `media://photo/<sha256>` and `media://photo/<sha256>?w=640`. Anything else is null: a photo is named by
 * the hash of its bytes and by nothing that could be a path.
 */
export function readPictureAddress(address: string): PictureAddress | null {
  const url = readAddress(address)
  if (url?.protocol !== 'media:' || url.host !== 'photo' || url.hash !== '') return null
  const id = mediaIdSchema.safeParse(url.pathname.slice(1))
  if (!id.success) return null
  if (url.search === '') return { id: id.data, width: null }
  const width = /^\?w=([1-9]\d{0,4})$/.exec(url.search)?.[1]
  return width === undefined ? null : { id: id.data, width: Number(width) }
}

/** Serves the photos of the workspace as `media://photo/`. Content never changes under its hash, so pages may keep it. */
export function serveMedia(session: Session, pictures: Pictures, report: (what: string, error: unknown) => void): void {
  session.protocol.handle('media', async (request) => {
    const wanted = request.method === 'GET' ? readPictureAddress(request.url) : null
    if (wanted === null) return new Response(null, { status: 404 })
    try {
      const { id, width } = wanted
      const { type, data } = await (width === null ? pictures.original(id) : pictures.atLeast(id, width))
      return new Response(new Uint8Array(data), {
        headers: {
          'content-type': type,
          'cache-control': 'private, max-age=31536000, immutable',
          'content-security-policy': "default-src 'none'; sandbox",
          'x-content-type-options': 'nosniff',
        },
      })
    } catch (error) {
      if (!isGalleyError(error)) report('media', error)
      return new Response(null, { status: 404 })
    }
  })
}
