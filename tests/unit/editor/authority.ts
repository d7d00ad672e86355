import type { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import { v7 } from 'uuid'
import type { Bridge, Answer } from '../../../electron/ipc/contract/index.ts'
import type { SendStepsResult, StepJson, Steps } from '../../../electron/ipc/contract/stories.ts'
import type { ErrorCode } from '../../../storage/model/errors.ts'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import { languageTagSchema } from '../../../storage/model/language.ts'
import { newRecord, recordPatchSchema, slugSchema } from '../../../storage/model/record.ts'
import type { RecordPatch, StoryRecord } from '../../../storage/model/record.ts'
import { schema } from '../../../storage/model/schema/index.ts'

/** The record of a story nobody has worked on yet. */
export function storyRecord(): StoryRecord {
  return newRecord({
    id: storyIdSchema.parse(v7()),
    language: languageTagSchema.parse('en'),
    slug: slugSchema.parse('FERRY'),
    created: '2026-04-14T10:00:00.000Z',
  })
}

type Stories = Pick<Bridge['stories'], 'sendSteps' | 'stepsSince' | 'changeRecord'>
type Sent = Parameters<Stories['sendSteps']>[0]

/** The authority of one story in memory: takes steps of the newest version, tells everybody, answers when it is told to. */
export class MemoryAuthority implements Stories {
  document: Node
  record: StoryRecord
  readonly #steps: { json: StepJson; client: string }[] = []
  readonly #listeners = new Set<(steps: Steps) => void>()
  /** Every request that came, in order. */
  readonly requests: Sent[] = []
  /** Set to make every request fail with this sentence. */
  refusal: { code: ErrorCode; message: string } | null = null
  /** Set to hold answers back until it resolves. */
  gate: Promise<void> = Promise.resolve()

  constructor(document: Node, record: StoryRecord = storyRecord()) {
    this.document = document
    this.record = record
  }

  get version(): number {
    return this.#steps.length
  }

  onSteps(listener: (steps: Steps) => void): void {
    this.#listeners.add(listener)
  }

  readonly sendSteps = async (request: Sent): Promise<Answer<SendStepsResult>> => {
    this.requests.push(request)
    await this.gate
    if (this.refusal !== null) return { ok: false, error: this.refusal }
    if (request.version !== this.version) {
      return { ok: true, value: { outcome: 'behind', missed: this.#since(request.version) } }
    }
    for (const json of request.steps) {
      const { doc, failed } = Step.fromJSON(schema, json).apply(this.document)
      if (doc === null) throw new Error(failed ?? 'A step does not apply.')
      doc.check()
      this.document = doc
      this.#steps.push({ json, client: request.client })
    }
    const told = this.#since(request.version)
    for (const listener of this.#listeners) listener(told)
    return { ok: true, value: { outcome: 'accepted', version: this.version, at: '2026-04-14T12:00:00.000Z' } }
  }

  /** Every change of the record that came, in order. */
  readonly patches: RecordPatch[] = []

  readonly changeRecord = async (
    request: Parameters<Stories['changeRecord']>[0],
  ): Promise<Answer<{ record: StoryRecord; at: string }>> => {
    const patch = recordPatchSchema.parse(request.patch)
    this.patches.push(patch)
    await this.gate
    if (this.refusal !== null) return { ok: false, error: this.refusal }
    this.record = { ...this.record, ...patch }
    return { ok: true, value: { record: this.record, at: '2026-04-14T12:00:00.000Z' } }
  }

  readonly stepsSince = async ({ version }: { version: number }): Promise<Answer<Steps>> => ({
    ok: true,
    value: this.#since(version),
  })

  #since(version: number): Steps {
    const missed = this.#steps.slice(version)
    return {
      version,
      steps: missed.map((step) => step.json),
      // The brand is given by the schema of the contract, which this stand-in has no need of.
      clients: missed.map((step) => step.client) as unknown as Steps['clients'],
    }
  }
}
