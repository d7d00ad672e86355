import type { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import { checkChange } from '../model/check-change.ts'
import { GalleyError } from '../model/errors.ts'
import { storyRecordSchema } from '../model/record.ts'
import type { Publication, RecordPatch, StoryRecord } from '../model/record.ts'
import { schema } from '../model/schema/index.ts'
import { writeStep } from '../model/steps.ts'
import type { StepJson } from '../model/steps.ts'
import type { Story } from '../model/story.ts'
import type { Entry } from './entry.ts'

/** A story at one moment: `version` steps of the document and `sequence` journal entries have led to it. */
export interface StoryState extends Story {
  readonly version: number
  readonly sequence: number
}

/** A story after one more entry, and that entry as the journal gets it. */
export interface Advance {
  readonly state: StoryState
  readonly entry: Entry
}

/**
 * Leads a story on by one journal entry. Both the live authority and the replay after a crash go through here, so
 * that they cannot differ. Throws `step_refused` when the entry does not belong here or breaks the schema.
 */
export function advance(state: StoryState, entry: Entry): Advance {
  if (entry.sequence !== state.sequence + 1) {
    throw new GalleyError('step_refused', 'A change is missing before this one, so it was not taken.')
  }
  const next = { ...state, sequence: entry.sequence, record: { ...state.record, updated: entry.at } }
  switch (entry.kind) {
    case 'record':
      return { entry, state: { ...next, record: moved(state.record, patched(next.record, entry.patch), entry) } }
    case 'publication':
      return {
        entry,
        state: { ...next, record: moved(state.record, published(next.record, entry.publication), entry) },
      }
    case 'steps': {
      if (entry.version !== state.version) {
        throw new GalleyError('step_refused', 'This change was made to another version of the story.')
      }
      const { document, steps } = applySteps(state.document, entry.steps)
      return { entry: { ...entry, steps }, state: { ...next, document, version: state.version + steps.length } }
    }
  }
}

/** The document after `steps`, and the steps as we write them. Throws `step_refused`; the cost is that of the steps. */
function applySteps(
  document: Node,
  steps: readonly StepJson[],
): { readonly document: Node; readonly steps: StepJson[] } {
  let changed = document
  const read: StepJson[] = []
  for (const json of steps) {
    try {
      const step = Step.fromJSON(schema, json)
      const result = step.apply(changed)
      if (result.doc === null) throw new RangeError(result.failed ?? 'the step does not apply')
      checkChange(changed, result.doc)
      changed = result.doc
      read.push(writeStep(step))
    } catch (cause) {
      throw new GalleyError(
        'step_refused',
        'A change does not fit the story and was not taken. Everything before it is safe; undo the change and try again.',
        { cause },
      )
    }
  }
  return { document: changed, steps: read }
}

/** The record with the fields of a patch. A field that is named but has no value is no change. */
function patched(record: StoryRecord, patch: RecordPatch): StoryRecord {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined)
  return storyRecordSchema.parse({ ...record, ...Object.fromEntries(given) })
}

/** The record with its change of status noted, when it is one. */
function moved(before: StoryRecord, after: StoryRecord, { at, by }: { at: string; by: string }): StoryRecord {
  if (before.status === after.status) return after
  return { ...after, moves: [...after.moves, { from: before.status, to: after.status, at, by }] }
}

function published(record: StoryRecord, publication: Publication): StoryRecord {
  return {
    ...record,
    status: publication.kind === 'kill' ? 'withdrawn' : 'published',
    publications: [...record.publications, publication],
  }
}
