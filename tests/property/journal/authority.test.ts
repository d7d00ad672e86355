import fc from 'fast-check'
import { collab, getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import { EditorState } from 'prosemirror-state'
import { Step } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import type { HeldStory } from '../../../storage/journal/hold-story.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { stepJsonSchema } from '../../../storage/model/steps.ts'
import type { ClientId, Steps } from '../../../storage/model/steps.ts'
import { edited, someEdit } from '../../fixtures/arbitrary-story.ts'
import type { Edit } from '../../fixtures/arbitrary-story.ts'
import { window1, window2 } from '../../unit/journal/entries.ts'
import { MemoryDesk } from '../../unit/journal/held-story.ts'

/** A window as far as the protocol is concerned: it edits at once, and sends and hears of steps later. */
class Window {
  state: EditorState
  readonly #client: ClientId

  constructor(story: HeldStory, client: ClientId) {
    this.#client = client
    this.state = EditorState.create({
      doc: story.document,
      plugins: [collab({ version: story.version, clientID: client })],
    })
  }

  edit(edit: Edit): void {
    const transaction = this.state.tr
    for (const step of edited(this.state.doc, edit).steps) transaction.step(step)
    this.state = this.state.apply(transaction)
  }

  /** Sends what is unsent, catching up as often as it must. */
  async sync(story: HeldStory): Promise<void> {
    for (;;) {
      const sendable = sendableSteps(this.state)
      if (sendable === null) {
        this.#receive(story.stepsSince(getVersion(this.state)))
        return
      }
      const steps = sendable.steps.map((step) => stepJsonSchema.parse(step.toJSON()))
      const answer = await story.receive(sendable.version, steps, this.#client)
      if (answer.outcome === 'behind') this.#receive(answer.missed)
      else this.#receive({ version: sendable.version, steps, clients: steps.map(() => this.#client) })
    }
  }

  #receive({ steps, clients }: Steps): void {
    if (steps.length === 0) return
    const read = steps.map((step) => Step.fromJSON(schema, step))
    this.state = this.state.apply(receiveTransaction(this.state, read, clients))
  }
}

type Move =
  | { readonly kind: 'edit'; readonly window: 0 | 1; readonly edit: Edit }
  | { readonly kind: 'sync'; readonly window: 0 | 1 }
  | { readonly kind: 'snapshot' | 'crash' | 'record'; readonly text: string }

const oneWindow = fc.constantFrom<0 | 1>(0, 1)
const someMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('edit' as const), window: oneWindow, edit: someEdit }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('sync' as const), window: oneWindow }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('snapshot', 'crash', 'record'), text: fc.string({ maxLength: 20 }) }),
  },
)

describe('two windows on one story', () => {
  it('converge, and what they agreed on survives any crash, by either generation', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someMove, { minLength: 1, maxLength: 25 }), async (moves) => {
        const desk = new MemoryDesk()
        let story = desk.open()
        let windows = [new Window(story, window1), new Window(story, window2)] as const
        for (const move of moves) {
          switch (move.kind) {
            case 'edit':
              windows[move.window].edit(move.edit)
              break
            case 'sync':
              await windows[move.window].sync(story)
              break
            case 'record':
              await story.changeRecord({ desk: move.text })
              break
            case 'snapshot':
              await story.flush()
              break
            case 'crash': {
              const agreed = { document: story.document, record: story.record, version: story.version }
              // The process is gone without a word; the windows with it.
              story = desk.open()
              expect(story.document.eq(agreed.document)).toBe(true)
              expect({ record: story.record, version: story.version }).toEqual({
                record: agreed.record,
                version: agreed.version,
              })
              windows = [new Window(story, window1), new Window(story, window2)]
            }
          }
        }
        for (const window of [...windows, ...windows]) await window.sync(story)
        for (const window of windows) expect(window.state.doc.eq(story.document)).toBe(true)
        story.document.check()
        for (const older of [0, Math.min(1, desk.snapshots.length - 1)]) {
          const recovered = desk.recovered(older)
          expect(recovered.document.eq(story.document)).toBe(true)
          expect(recovered).toMatchObject({ record: story.record, version: story.version })
        }
        await story.close()
      }),
      { numRuns: 150 },
    )
  })
})
