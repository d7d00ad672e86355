import fc from 'fast-check'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { createWorkspace, openWorkspace } from '../../../storage/library/open-workspace.ts'
import { storyPlaces } from '../../../storage/library/places.ts'
import type { Workspace } from '../../../storage/library/workspace.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import { mayMove, storyStatuses } from '../../../storage/model/status.ts'
import type { StoryStatus } from '../../../storage/model/status.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import type { StoryVersion } from '../../../storage/model/version.ts'
import { edited, someDocument, someEdit, someText } from '../../fixtures/arbitrary-story.ts'
import type { Edit } from '../../fixtures/arbitrary-story.ts'
import { english } from '../../fixtures/stories.ts'
import { thorough } from '../../fixtures/thorough.ts'
import { stepsOf, window1 } from '../../unit/journal/entries.ts'

type Act =
  | { readonly kind: 'edit'; readonly edit: Edit }
  | { readonly kind: 'paste'; readonly block: Node }
  | { readonly kind: 'status'; readonly status: StoryStatus }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'restore'; readonly pick: number }
  | { readonly kind: 'pause'; readonly minutes: number }
  | { readonly kind: 'reopen' | 'crash' | 'lose the list' }

const longBlock = someText.map((text) => schema.node('paragraph', null, [schema.text(`${text} ${'նավ '.repeat(120)}`)]))

const someAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: someEdit.map((edit) => ({ kind: 'edit' as const, edit })) },
  { weight: 1, arbitrary: longBlock.map((block) => ({ kind: 'paste' as const, block })) },
  { weight: 2, arbitrary: fc.constantFrom(...storyStatuses).map((status) => ({ kind: 'status' as const, status })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Առաջին', 'After «second» read', 'א').map((name) => ({ kind: 'name' as const, name })),
  },
  { weight: 2, arbitrary: fc.nat(20).map((pick) => ({ kind: 'restore' as const, pick })) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 15 }).map((minutes) => ({ kind: 'pause' as const, minutes })) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('reopen' as const, 'crash' as const, 'lose the list' as const) }),
  },
)

/** A story, and every version that was ever told of. */
class Desk {
  readonly #id: StoryId
  readonly #seen = new Map<number, { readonly about: StoryVersion; readonly document: Node }>()
  #workspace: Workspace
  #now = Date.parse('2026-04-14T09:00:00.000Z')

  constructor(workspace: Workspace, id: StoryId) {
    this.#workspace = workspace
    this.#id = id
  }

  async act(act: Act): Promise<void> {
    switch (act.kind) {
      case 'pause':
        this.#now += act.minutes * 60_000
        return
      case 'name':
        expect(await this.#workspace.nameVersion(this.#id, act.name)).toMatchObject({ name: act.name })
        return
      case 'restore':
        await this.#restore(act.pick)
        return
      case 'reopen':
        await this.#workspace.close()
        await this.#open()
        return
      case 'crash':
        await rm(join(this.#workspace.root, '.lock'), { force: true })
        await this.#open()
        return
      case 'lose the list':
        await rm(join(this.#folder, 'versions.json'), { force: true })
        return
      default:
        await this.#change(act)
    }
  }

  /** No version is ever lost or changed but for its name, and no two automatic ones hold the same. */
  async verify(): Promise<void> {
    const versions = await this.#workspace.versions(this.#id)
    expect(versions.map(({ number }) => number)).toEqual(versions.map((_, index) => versions.length - index))
    for (const about of versions) {
      const { document } = await this.#workspace.readVersion(this.#id, about.number)
      const before = this.#seen.get(about.number)
      if (before !== undefined) {
        expect({ ...about, name: '', kind: '' }).toEqual({ ...before.about, name: '', kind: '' })
        expect(document.eq(before.document)).toBe(true)
      }
      this.#seen.set(about.number, { about, document })
    }
    expect(versions.length).toBe(this.#seen.size)
    const own = versions.filter(({ kind }) => !['named', 'restore'].includes(kind)).map(({ sha256 }) => sha256)
    expect(new Set(own).size).toBe(own.length)
  }

  async close(): Promise<void> {
    await this.#workspace.close()
  }

  get #folder(): string {
    return storyPlaces(this.#workspace.root, this.#id).versions
  }

  async #open(): Promise<void> {
    this.#workspace = await openWorkspace(this.#workspace.root, { now: () => new Date(this.#now) })
  }

  async #restore(pick: number): Promise<void> {
    const versions = await this.#workspace.versions(this.#id)
    const chosen = versions[pick % Math.max(1, versions.length)]
    if (chosen === undefined) return
    const standing = (await this.#workspace.readStory(this.#id)).document
    const kept = await this.#workspace.restoreVersion(this.#id, chosen.number)
    const { document } = await this.#workspace.readVersion(this.#id, chosen.number)
    expect((await this.#workspace.readStory(this.#id)).document.eq(document)).toBe(true)
    if (kept === null) expect(standing.eq(document)).toBe(true)
    else expect((await this.#workspace.readVersion(this.#id, kept.number)).document.eq(standing)).toBe(true)
  }

  async #change(act: Extract<Act, { kind: 'edit' | 'paste' | 'status' }>): Promise<void> {
    const story = await this.#workspace.openStory(this.#id)
    const { authority } = story
    if (act.kind === 'status') {
      if (mayMove(authority.record.status, act.status)) await authority.changeRecord({ status: act.status })
    } else {
      const { document } = authority
      const change =
        act.kind === 'edit'
          ? edited(document, act.edit)
          : new Transform(document).insert(document.content.size, act.block)
      if (change.steps.length > 0) await authority.receive(authority.version, stepsOf(change), window1)
    }
    await story.close()
  }
}

describe('a story that is edited, pasted into, named, restored and crashed at random', () => {
  it('never loses a version, and gets back exactly what it restores', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(someDocument, fc.array(someAct, { minLength: 3, maxLength: 16 }), async (document, acts) => {
        const root = await mkdtemp(join(tmpdir(), 'galley-property-'))
        try {
          const workspace = await createWorkspace(root, { name: 'The desk', language: english })
          const desk = new Desk(workspace, (await workspace.createStory({ language: english, document })).record.id)
          for (const act of acts) {
            await desk.act(act)
            await desk.verify()
          }
          await desk.close()
        } finally {
          await rm(root, { recursive: true, force: true })
        }
      }),
      { numRuns: thorough ? 100 : 12 },
    )
  })
})
