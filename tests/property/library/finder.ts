import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import type { Workspace } from '../../../storage/library/workspace.ts'
import { mediaIdSchema } from '../../../storage/model/ids.ts'
import type { MediaId } from '../../../storage/model/ids.ts'
import type { PowerCutFileSystem } from '../../unit/files/power-cut-file-system.ts'
import { heldIn, photoBytes, reopened } from './full-desk.ts'
import type { FullDesk, Held } from './full-desk.ts'
import { unsound } from './sound-files.ts'
import { mended } from './write-paths.ts'
import type { WritePath } from './write-path.ts'

/** Looks at what a disk holds after a write path was cut off or refused, as the next process does. */
export class Finder {
  readonly #desk: FullDesk
  readonly #path: WritePath
  readonly #photos: readonly MediaId[]
  readonly #restarted: boolean
  readonly #looked = new Map<string, Held>()

  /** `restarted`: the machine went down, not only the process. */
  constructor(desk: FullDesk, path: WritePath, photos: readonly MediaId[], restarted: boolean) {
    this.#desk = desk
    this.#path = path
    this.#photos = photos
    this.#restarted = restarted
  }

  /** What the next process finds, having found it whole. A disk that was looked at is not looked at again. */
  async look(disk: PowerCutFileSystem): Promise<Held> {
    expect(this.#path.gone?.(disk.files()) ?? []).toEqual([])
    const print = printOf(disk)
    const known = this.#looked.get(print) ?? (await this.#found(disk.copy()))
    this.#looked.set(print, known)
    return known
  }

  /** What is held neither as one of these has it nor as another. */
  lost(held: Held, possible: readonly Held[]): string[] {
    const { mayFollow } = this.#path
    const keys = new Set([held, ...possible].flatMap((each) => [...each.keys()]))
    return [...keys].flatMap((key) => {
      if (mayFollow !== undefined && possible.some((each) => each.get(key)?.startsWith(`["${mayFollow}"`))) return []
      return possible.some((each) => this.#told(each.get(key)) === this.#told(held.get(key)))
        ? []
        : `${key} is ${held.get(key) ?? 'gone'}`
    })
  }

  #told(value: string | undefined): string | undefined {
    return this.#path.anySteps === true ? value?.replace(/"version":\d+,"document"/, '"document"') : value
  }

  async #found(disk: PowerCutFileSystem): Promise<Held> {
    const { root, story } = this.#desk
    const restarted = this.#restarted
    if (this.#path.settle !== undefined) {
      await reopened(disk, root, () => Promise.resolve(), restarted)
      await this.#path.settle(this.#desk, disk)
    }
    const work = async (workspace: Workspace): Promise<Held> => {
      const told = await heldIn(workspace, disk, this.#photos, story)
      const { stories, unreadable } = await workspace.list({ query: '', limit: 99 })
      expect(unreadable).toEqual([])
      for (const { id } of stories) await (await workspace.openStory(id)).close()
      expect(await heldIn(workspace, disk, this.#photos, story)).toEqual(told)
      return told
    }
    const held = await reopened(disk, root, work, restarted)
    expect((await unsound(disk, root)).filter((wrong) => wrong.startsWith('damaged'))).toEqual([])
    await mended(root, disk)
    expect(await unsound(disk, root)).toEqual([])
    return held
  }
}

/** The photo of a desk, and the one that a write path adds. */
export async function photosOf({ photo }: FullDesk): Promise<MediaId[]> {
  const added = createHash('sha256').update(await photoBytes('plain.jpg'))
  return [photo, mediaIdSchema.parse(added.digest('hex'))]
}

const anyName = /"sum": ?"[0-9a-f]+"|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,32}/g

/** What is on a disk but for what is random. */
function printOf(disk: PowerCutFileSystem): string {
  const hash = createHash('sha256')
  for (const [path, content] of disk.files()) {
    if (path.includes('/quarantine/') || path.endsWith('.lock')) continue
    hash.update(`${path.replace(anyName, '')} ${content.length} `)
    hash.update(/json$/.test(path) ? Buffer.from(content).toString().replace(anyName, '') : content)
  }
  return hash.digest('hex')
}
