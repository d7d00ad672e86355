import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { StoryId } from '../model/ids.ts'

/** Where the files of one story lie. */
export interface StoryPlaces {
  readonly folder: string
  readonly file: string
  readonly previous: string
  /** Where a file of another program lies while it is being kept. */
  readonly met: string
  readonly journal: string
  /** The folder of its saved versions. */
  readonly versions: string
}

/** `stories/YYYY/MM/<id>`: a UUIDv7 begins with its moment of creation, so the place follows from the id alone. */
export function storyPlaces(root: string, id: StoryId): StoryPlaces {
  const created = new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))
  const year = String(created.getUTCFullYear()).padStart(4, '0')
  const month = String(created.getUTCMonth() + 1).padStart(2, '0')
  return placesIn(join(root, 'stories', year, month, id))
}

/** Where the files of a story in the trash lie: `trash/<id>`. */
export function trashPlaces(root: string, id: StoryId): StoryPlaces {
  return placesIn(join(root, 'trash', id))
}

function placesIn(folder: string): StoryPlaces {
  return {
    folder,
    file: join(folder, 'story.json'),
    previous: join(folder, 'story.prev.json'),
    met: join(folder, 'story.met.json'),
    journal: join(folder, 'journal.ndjson'),
    versions: join(folder, 'versions'),
  }
}

/** Where the generation before the current one of a workspace file lies: `galley.prev.json`. */
export function previousOf(path: string): string {
  return path.replace(/\.json$/, '.prev.json')
}

const kept = new Set(['stories', 'media', 'published', 'trash', 'quarantine', 'backups'])

/** True for a path in a folder that the workspace keeps for itself: what others put there would be taken for its own. */
export function isKept(root: string, path: string): boolean {
  const inside = relative(resolve(root), resolve(path))
  const [folder = ''] = inside.split(sep)
  return !isAbsolute(inside) && kept.has(folder)
}
