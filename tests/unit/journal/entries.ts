import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { Entry } from '../../../storage/journal/entry.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { clientIdSchema, stepJsonSchema } from '../../../storage/model/steps.ts'
import type { StepJson } from '../../../storage/model/steps.ts'

export const window1 = clientIdSchema.parse('5b0c4a52-7e0f-4b8f-9a15-2f6a1e0d9c33')
export const window2 = clientIdSchema.parse('9d7e2f10-1c3b-4f6a-8d52-7b9e0a4c6f18')

/** An entry that changes the desk, with traps in it. */
export function recordEntry(sequence: number): Entry {
  const patch = { desk: `Ա ${sequence} "«\n»" 🛶\u2028` }
  return { format: 2, sequence, at: '2026-04-14T09:00:00.000Z', kind: 'record', patch, by: 'Լիլիթ' }
}

/** The steps of a change, as a window sends them. */
export function stepsOf(transform: Transform): StepJson[] {
  return transform.steps.map((step) => stepJsonSchema.parse(step.toJSON()))
}

/** The steps that type `text` at a position. */
export function typing(document: Node, text: string, at = 1): StepJson[] {
  return stepsOf(new Transform(document).insert(at, schema.text(text)))
}
