import type { MediaId } from '../../model/ids.ts'
import type { Photo } from '../../model/photo.ts'
import { sha256 } from '../hash.ts'

/** Names that Windows keeps for devices; a folder of that name cannot be unpacked there. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * The folder of each story by its id: `stories/<slug>`. Stories whose slugs are one on a disk that ignores case, and
 * slugs no disk of Windows takes, get the end of their id as well, so that the name does not hang on the others.
 */
export function storyFolders(stories: readonly { readonly id: string; readonly slug: string }[]): Map<string, string> {
  const fold = (slug: string): string => slug.normalize('NFC').toLowerCase()
  const count = new Map<string, number>()
  for (const { slug } of stories) count.set(fold(slug), (count.get(fold(slug)) ?? 0) + 1)
  return new Map(
    stories.map(({ id, slug }) => {
      const alone = count.get(fold(slug)) === 1 && !reserved.test(slug)
      const name = slug.normalize('NFC')
      return [id, `stories/${alone ? name : `${name}-${id.slice(-12)}`}`]
    }),
  )
}

/**
 * Where a size of a photo lies: `media/<name>-<start of its hash>-<size>.jpg`. `variant` tells copies of one photo apart
 * that bear different captions or credits; null while there is one.
 */
export function renditionPath(photo: Pick<Photo, 'id' | 'name'>, variant: string | null, size: string): string {
  const parts = [photoName(photo.name), photo.id.slice(0, 8), ...(variant === null ? [] : [variant]), size]
  return `media/${parts.filter((part) => part !== '').join('-')}.jpg`
}

/** A short name for what is embedded into a photo's copies. */
export function variantName(id: MediaId, packet: unknown): string {
  return sha256(`${id} ${JSON.stringify(packet)}`).slice(0, 8)
}

/** The file's name without its ending: letters and digits of any script, the rest hyphens. */
function photoName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, 40)
    .replace(/\p{Cs}/gu, '')
    .replace(/^-+|-+$/g, '')
}
