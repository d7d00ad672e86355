import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { createWorkspace, openWorkspace } from '../../../storage/library/open-workspace.ts'
import type { Workspace } from '../../../storage/library/workspace.ts'
import { isGalleyError } from '../../../storage/model/errors.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import type { Story } from '../../../storage/model/story.ts'
import { Random } from '../../crash/random.ts'
import { edited, someDocument, someEdit } from '../../fixtures/arbitrary-story.ts'
import type { Edit } from '../../fixtures/arbitrary-story.ts'
import { english } from '../../fixtures/stories.ts'
import { FaultyFileSystem } from '../../unit/files/faulty-file-system.ts'
import { PowerCutFileSystem } from '../../unit/files/power-cut-file-system.ts'
import { stepsOf, window1 } from '../../unit/journal/entries.ts'
import { quietly, reopened } from './full-desk.ts'

export type Act =
  | { readonly kind: 'create'; readonly document: Node }
  | { readonly kind: 'edit'; readonly story: number; readonly edits: readonly Edit[] }
  | { readonly kind: 'record'; readonly story: number; readonly desk: string }
  | { readonly kind: 'name' | 'restore' | 'save' | 'close' | 'trash' | 'take back'; readonly story: number }
  | { readonly kind: 'disk full'; readonly calls: number }
  | { readonly kind: 'reopen' | 'crash' | 'power cut' | 'room again' }

const story = fc.nat(5)
const of = <Kind extends string>(...kinds: Kind[]): fc.Arbitrary<{ kind: Kind; story: number }> =>
  fc.record({ kind: fc.constantFrom(...kinds), story })

export const someAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('create' as const), document: someDocument }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      story,
      edits: fc.array(someEdit, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('record' as const), story, desk: fc.string({ maxLength: 9 }) }),
  },
  { weight: 5, arbitrary: of('name', 'restore', 'save', 'close', 'trash', 'take back') },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('disk full' as const), calls: fc.integer({ min: 1, max: 40 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constantFrom('reopen', 'crash', 'power cut', 'power cut', 'room again') }),
  },
)

/** A story as it was told, to be compared. */
const told = ({ record, document }: Story): string => JSON.stringify([record, document.toJSON()])

interface Expected {
  readonly id: StoryId
  /** What was acknowledged last. */
  standing: string
  /** What was refused since: it may be on the disk all the same, until something else is acknowledged. */
  readonly refused: Set<string>
  /** Where it is; both when moving it was refused. */
  readonly places: Set<'desk' | 'trash'>
  /** The names of versions that were acknowledged, and the text of each. */
  readonly versions: Map<string, string>
}

const root = '/desk'
const writes = new Set(['open', 'write', 'sync', 'datasync', 'rename', 'makeFolder', 'link'])

/** A workspace to which everything happens, and what it must hold. */
export class UncertainDesk {
  readonly #random: Random
  readonly #stories: Expected[] = []
  #disk = new PowerCutFileSystem()
  #fs = new FaultyFileSystem(this.#disk)
  #workspace: Workspace
  /** How many more writes are refused. */
  #full = 0
  #names = 0

  private constructor(random: Random, disk: PowerCutFileSystem, workspace: Workspace) {
    this.#random = random
    this.#disk = disk
    this.#workspace = workspace
  }

  static async make(seed: number): Promise<UncertainDesk> {
    const disk = new PowerCutFileSystem()
    const made = await createWorkspace(root, { name: 'Desk', language: english }, { ...quietly, fileSystem: disk })
    await made.close()
    const desk = new UncertainDesk(new Random(seed), disk, made)
    await desk.#open(disk)
    return desk
  }

  async act(act: Act): Promise<void> {
    switch (act.kind) {
      case 'create':
        return this.#create(act.document)
      case 'disk full':
        this.#full = act.calls
        return
      case 'room again':
        this.#full = 0
        return
      case 'reopen':
        await this.#workspace.close().catch(mustBeOurs)
        return this.#open(this.#disk.copy())
      case 'crash':
        return this.#open(this.#disk.copy())
      case 'power cut':
        return this.#open(this.#disk.frozen()((below) => this.#random.below(below)))
      default: {
        const expected = this.#stories[act.story % Math.max(1, this.#stories.length)]
        if (expected !== undefined) await this.#change(expected, act).catch(mustBeOurs)
      }
    }
  }

  /** What is not as it was acknowledged. */
  async wrong(): Promise<string[]> {
    const wrong: string[] = []
    const trash = new Set((await this.#workspace.trashed()).map(({ id }) => id))
    for (const expected of this.#stories) {
      const place = trash.has(expected.id) ? 'trash' : 'desk'
      if (!expected.places.has(place)) wrong.push(`${expected.id} is not where it was put`)
      if (place === 'trash') continue
      const standing = told(await this.#workspace.readStory(expected.id))
      if (standing !== expected.standing) wrong.push(`${standing} instead of ${expected.standing}`)
      const kept = await this.#workspace.versions(expected.id)
      for (const [name, text] of expected.versions) {
        const version = kept.find((each) => each.name === name)
        if (version === undefined) wrong.push(`the version ${name} is gone`)
        else if (told(await this.#workspace.readVersion(expected.id, version.number)) !== text)
          wrong.push(`${name} differs`)
      }
    }
    return wrong
  }

  /** Opens what is on a disk as the next process does, and settles what nobody could know. */
  async #open(disk: PowerCutFileSystem): Promise<void> {
    this.#full = 0
    this.#disk = disk
    this.#fs = new FaultyFileSystem(disk)
    this.#fs.fault = (call) => (writes.has(call) && this.#full > 0 && (this.#full -= 1) >= 0 ? 'ENOSPC' : null)
    // The lock of the one before is that of a dead process.
    await reopened(disk, root, () => Promise.resolve(), this.#random.below(2) === 0)
    this.#workspace = await openWorkspace(root, { ...quietly, fileSystem: this.#fs })
    const trash = new Set((await this.#workspace.trashed()).map(({ id }) => id))
    for (const expected of this.#stories) {
      const place = trash.has(expected.id) ? 'trash' : 'desk'
      if (expected.places.has(place)) {
        expected.places.clear()
        expected.places.add(place)
      }
      if (place === 'trash') continue
      const found = told(await this.#workspace.readStory(expected.id))
      if (expected.refused.has(found)) expected.standing = found
      expected.refused.clear()
    }
  }

  async #create(document: Node): Promise<void> {
    const made = await this.#workspace.createStory({ language: english, document }).catch(mustBeOurs)
    if (made === null) return
    const { id } = made.record
    this.#stories.push({ id, standing: told(made), refused: new Set(), places: new Set(['desk']), versions: new Map() })
  }

  async #change(expected: Expected, act: Extract<Act, { story: number }>): Promise<void> {
    if (act.kind === 'trash' || act.kind === 'take back') return this.#move(expected, act.kind)
    if (!expected.places.has('desk')) return
    const { id } = expected
    const opened = await this.#workspace.openStory(id)
    const { authority } = opened
    switch (act.kind) {
      case 'edit':
        for (const edit of act.edits) {
          const { doc, steps } = edited(authority.document, edit)
          if (steps.length === 0) continue
          const next = told({ record: authority.record, document: doc })
          await this.#acknowledged(expected, next, () =>
            authority.receive(authority.version, stepsOf(edited(authority.document, edit)), window1),
          )
        }
        return
      case 'record': {
        const next = told({ record: { ...authority.record, desk: act.desk }, document: authority.document })
        return this.#acknowledged(expected, next, () => authority.changeRecord({ desk: act.desk }))
      }
      case 'name': {
        const name = `draft ${(this.#names += 1)}`
        const { number } = await this.#workspace.nameVersion(id, name)
        // A version that holds just this has got another name.
        const known = await this.#workspace.versions(id)
        for (const each of expected.versions.keys()) {
          if (!known.some((version) => version.name === each)) expected.versions.delete(each)
        }
        if (known.some((version) => version.number === number)) expected.versions.set(name, expected.standing)
        return
      }
      case 'restore': {
        const version = (await this.#workspace.versions(id)).at(-1)
        if (version === undefined) return
        const { document } = await this.#workspace.readVersion(id, version.number)
        const next = told({ record: authority.record, document })
        return this.#acknowledged(expected, next, () => this.#workspace.restoreVersion(id, version.number))
      }
      case 'save':
        return authority.flush()
      case 'close':
        return opened.close()
    }
  }

  async #acknowledged(expected: Expected, next: string, change: () => Promise<unknown>): Promise<void> {
    try {
      await change()
      expected.standing = next
      expected.refused.clear()
    } catch (error) {
      expected.refused.add(next)
      throw error
    }
  }

  async #move(expected: Expected, kind: 'trash' | 'take back'): Promise<void> {
    const to = kind === 'trash' ? 'trash' : 'desk'
    try {
      await (kind === 'trash' ? this.#workspace.trash(expected.id) : this.#workspace.restoreFromTrash(expected.id))
      expected.places.clear()
    } finally {
      expected.places.add(to)
    }
  }
}

/** A refusal, which is what a full disk answers; anything else is a defect. */
function mustBeOurs(error: unknown): null {
  if (!isGalleyError(error) || error.code === 'internal') throw error
  return null
}
