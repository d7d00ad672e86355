import { isDeepStrictEqual } from 'node:util'
import { v4 } from 'uuid'
import type { Node } from 'prosemirror-model'
import type { Change } from '../journal/entry.ts'
import type { StoryState } from '../journal/story-state.ts'
import { compareDocuments } from '../language/compare-stories.ts'
import { recordFieldsSchema } from '../model/record.ts'
import type { RecordPatch, StoryRecord } from '../model/record.ts'
import { clientIdSchema } from '../model/steps.ts'
import type { Story } from '../model/story.ts'
import { replacingSteps } from './versions/replacing-steps.ts'

/** Who works with another program is not known. */
const somebody = ''

/** The changes that make of what stands here what another program made of it. Publications are added, never taken back. */
export function changesTo(standing: StoryState, theirs: Story): Change[] {
  const changes: Change[] = []
  const steps = replacingSteps(standing.document, theirs.document)
  if (steps.length > 0) {
    const client = clientIdSchema.parse(v4())
    changes.push({ kind: 'steps', version: standing.version, client, steps })
  }
  const known = standing.record.publications
  const more = theirs.record.publications.slice(known.length)
  if (isDeepStrictEqual(theirs.record.publications.slice(0, known.length), known)) {
    changes.push(...more.map((publication): Change => ({ kind: 'publication', publication, by: somebody })))
  }
  // A publication sets the status: what theirs is in the end is said once more.
  const patch = {
    ...patchTo(standing.record, theirs.record),
    ...(more.length > 0 ? { status: theirs.record.status } : {}),
  }
  if (Object.keys(patch).length > 0) changes.push({ kind: 'record', patch, by: somebody })
  return changes
}

/** True when taking theirs in the place of ours loses nothing that somebody wrote. */
export function holdsAllOf(ours: Story, theirs: Story): boolean {
  if (Object.keys(patchTo(ours.record, theirs.record)).length > 0) return false
  if (compareDocuments(ours.document, theirs.document).removed > 0) return false
  const held = stringsOf(theirs.document)
  return [...stringsOf(ours.document)].every((text) => held.has(text))
}

function patchTo(standing: StoryRecord, wanted: StoryRecord): RecordPatch {
  const names = recordFieldsSchema.keyof().options
  return Object.fromEntries(
    names.filter((name) => !isDeepStrictEqual(standing[name], wanted[name])).map((name) => [name, wanted[name]]),
  )
}

/** Everything that is written in attributes: alt texts, credits, what is known of quotations. */
function stringsOf(document: Node): Set<string> {
  const found = new Set<string>()
  const collect = (value: unknown): void => {
    if (typeof value === 'string') found.add(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect)
  }
  collect(document.attrs)
  document.descendants((node) => {
    collect(node.attrs)
    for (const mark of node.marks) collect(mark.attrs)
  })
  return found
}
