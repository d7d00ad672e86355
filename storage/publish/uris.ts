import type { MediaId } from '../model/ids.ts'

/** A story for the outside: `urn:uuid:` and its id, the same for all its versions. */
export function storyUri(id: string): string {
  return `urn:uuid:${id}`
}

/** An entry of the authority file for the outside. */
export function entityUri(id: string): string {
  return `urn:uuid:${id}`
}

/** A photo for the outside, named by its content as RFC 6920 does: the same photo has one name in every newsroom. */
export function photoUri(id: MediaId): string {
  return `ni:///sha-256;${Buffer.from(id, 'hex').toString('base64url')}`
}

/** A file of the bundle as an absolute ASCII address, as ninjs asks for: `bundle://media/bridge-main.jpg`. */
export function bundleUri(path: string): string {
  return `bundle://${encodePath(path)}`
}

/** A path of the bundle as a relative address. Every part is encoded; `/` stays. */
export function encodePath(path: string): string {
  return path.split('/').map(encodePart).join('/')
}

/** encodeURIComponent leaves a few ASCII characters that a URI may hold but that quote or bracket in other places. */
function encodePart(part: string): string {
  return encodeURIComponent(part).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** The address in ASCII, or null when the text is no web address. */
export function webUri(text: string): string | null {
  try {
    const url = new URL(text.trim())
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return null
  }
}
