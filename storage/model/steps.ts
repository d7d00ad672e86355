import { z } from 'zod'
import { instantSchema } from './instant.ts'

/** A ProseMirror step as JSON. Its inside is judged by the schema when the authority reads it. */
export const stepJsonSchema = z.looseObject({ stepType: z.string() })
export type StepJson = z.infer<typeof stepJsonSchema>

const marksSchema = z.looseObject({ stepType: z.literal('markSet'), steps: z.array(stepJsonSchema) })

/**
 * The JSON of a step, to store or send. A set of marks that is undone and done again is a set of sets, which
 * prosemirror-transform 1.12.6 makes and writes, but does not read: what is in the inner ones is written instead.
 */
export function writeStep(step: { toJSON: () => unknown }): StepJson {
  const json = stepJsonSchema.parse(step.toJSON())
  return json.stepType === 'markSet' ? { ...json, steps: marksIn(json) } : json
}

function marksIn(json: StepJson): StepJson[] {
  const set = marksSchema.safeParse(json)
  return set.success ? set.data.steps.flatMap(marksIn) : [json]
}

/** Names one window's editing of one story: tells a window which of the steps it hears are its own. */
export const clientIdSchema = z.uuid().brand<'ClientId'>()
export type ClientId = z.infer<typeof clientIdSchema>

/** Steps in order, the first of which lifts the document from `version`. `clients[i]` sent `steps[i]`. */
export const stepsSchema = z.strictObject({
  version: z.int().nonnegative(),
  steps: z.array(stepJsonSchema),
  clients: z.array(clientIdSchema),
})
export type Steps = z.infer<typeof stepsSchema>

/**
 * How safe the story is. `at` is when the newest acknowledged change reached the disk; `warning` says that the story's
 * file cannot follow at the moment, while the journal holds everything.
 */
export const savedStateSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('saved'), at: instantSchema, warning: z.string().optional() }),
  z.strictObject({ state: z.literal('failing'), message: z.string(), since: instantSchema }),
])
export type SavedState = z.infer<typeof savedStateSchema>

/** Accepted steps are journalled and synced; a window that is behind fetches what it missed, rebases and sends again. */
export const sendStepsResultSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('accepted'), version: z.int().nonnegative(), at: instantSchema }),
  z.strictObject({ outcome: z.literal('behind'), missed: stepsSchema }),
])
export type SendStepsResult = z.infer<typeof sendStepsResultSchema>
