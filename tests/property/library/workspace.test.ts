import fc from 'fast-check'
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { createWorkspace, openWorkspace } from '../../../storage/library/open-workspace.ts'
import { storyPlaces } from '../../../storage/library/places.ts'
import type { Workspace } from '../../../storage/library/workspace.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import type { StoryRecord } from '../../../storage/model/record.ts'
import { edited, someDocument, someEdit } from '../../fixtures/arbitrary-story.ts'
import type { Edit } from '../../fixtures/arbitrary-story.ts'
import { english } from '../../fixtures/stories.ts'
import { stepsOf, window1 } from '../../unit/journal/entries.ts'

type Act =
  | { readonly kind: 'create'; readonly document: Node }
  | { readonly kind: 'edit'; readonly story: number; readonly edits: readonly Edit[]; readonly flush: boolean }
  | { readonly kind: 'record'; readonly story: number; readonly desk: string }
  | { readonly kind: 'reopen' | 'crash' }
  | { readonly kind: 'damage'; readonly story: number; readonly how: 'cut' | 'zero' | 'letter' }

const someAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('create' as const), document: someDocument }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      story: fc.nat(9),
      edits: fc.array(someEdit, { minLength: 1, maxLength: 4 }),
      flush: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('record' as const),
      story: fc.nat(9),
      desk: fc.string({ maxLength: 20 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('reopen' as const, 'crash' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('damage' as const),
      story: fc.nat(9),
      how: fc.constantFrom('cut' as const, 'zero' as const, 'letter' as const),
    }),
  },
)

interface Expected {
  readonly id: StoryId
  document: Node
  record: StoryRecord
}

/** Snapshots come only when they are asked for: a process that is gone writes nothing later. */
const options = { snapshotTimes: { quiet: 600_000, longest: 600_000 } }

/** A workspace and what it must hold. */
class Desk {
  readonly #gone: Workspace[] = []
  readonly #stories: Expected[] = []
  #workspace: Workspace
  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  async act(act: Act): Promise<void> {
    switch (act.kind) {
      case 'create': {
        const { record, document } = await this.#workspace.createStory({ language: english, document: act.document })
        this.#stories.push({ id: record.id, record, document })
        return
      }
      case 'reopen':
        await this.#workspace.close()
        this.#workspace = await openWorkspace(this.#workspace.root, options)
        return
      case 'crash':
        await this.#crash()
        return
      default:
        await this.#change(act)
    }
  }

  async verify(): Promise<void> {
    for (const { id, document, record } of this.#stories) {
      const story = await this.#workspace.readStory(id)
      expect(story.document.eq(document)).toBe(true)
      expect(story.record).toEqual(record)
    }
    expect((await this.#workspace.list({ query: '', limit: 99 })).total).toBe(this.#stories.length)
  }

  close(): Promise<void> {
    return this.#workspace.close()
  }

  /** Gives back what the crashed ones held, once their files are gone and nothing can be written any more. */
  async bury(): Promise<void> {
    await Promise.allSettled([...this.#gone, this.#workspace].map((workspace) => workspace.close()))
  }

  /** The process is gone without a word: nothing is closed, and the lock is a dead one's. */
  async #crash(): Promise<void> {
    await rm(join(this.#workspace.root, '.lock'), { force: true })
    this.#gone.push(this.#workspace)
    this.#workspace = await openWorkspace(this.#workspace.root, options)
  }

  async #change(act: Extract<Act, { story: number }>): Promise<void> {
    const expected = this.#stories[act.story % Math.max(1, this.#stories.length)]
    if (expected === undefined) return
    if (act.kind === 'damage') {
      await this.#crash()
      await damage(storyPlaces(this.#workspace.root, expected.id).file, act.how)
      return
    }
    const { authority } = await this.#workspace.openStory(expected.id)
    if (act.kind === 'record') {
      await authority.changeRecord({ desk: act.desk })
    } else {
      for (const edit of act.edits) {
        const steps = stepsOf(edited(authority.document, edit))
        if (steps.length > 0) await authority.receive(authority.version, steps, window1)
      }
      if (act.flush) await authority.flush()
    }
    expected.document = authority.document
    expected.record = authority.record
    // Left open: the crash or the closing of the workspace finds it so.
  }
}

async function damage(file: string, how: 'cut' | 'zero' | 'letter'): Promise<void> {
  if (how === 'cut') await truncate(file, 40)
  if (how === 'zero') await writeFile(file, Buffer.alloc(200))
  if (how === 'letter') await writeFile(file, '{"format":1,"version":0,"sequence":0,"record":{},"document":{}}')
}

describe('a workspace that is edited, damaged, crashed and opened again at random', () => {
  it('holds everything that was acknowledged', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someAct, { minLength: 2, maxLength: 14 }), async (acts) => {
        const root = await mkdtemp(join(tmpdir(), 'galley-property-'))
        const desk = new Desk(await createWorkspace(root, { name: 'The desk', language: english }, options))
        try {
          // Two generations are kept, not three: one damage a run.
          const first = acts.findIndex((act) => act.kind === 'damage')
          for (const act of acts.filter(({ kind }, index) => kind !== 'damage' || index === first)) {
            await desk.act(act)
            await desk.verify()
          }
          await desk.close()
        } finally {
          await rm(root, { recursive: true, force: true })
          await desk.bury()
        }
      }),
      { numRuns: 40 },
    )
  })
})
