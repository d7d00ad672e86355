import type { Node } from 'prosemirror-model'
import type { StoryId } from '../model/ids.ts'
import type { Instant } from '../model/instant.ts'
import type { Publication, RecordPatch, StoryRecord } from '../model/record.ts'
import type { ClientId, SavedState, SendStepsResult, StepJson, Steps } from '../model/steps.ts'

/** What the authority tells its listeners, always after the change is on disk. */
export type AuthorityEvent =
  | { readonly kind: 'steps'; readonly steps: Steps }
  | { readonly kind: 'record'; readonly record: StoryRecord }
  | { readonly kind: 'saved'; readonly saved: SavedState }
  /** `story.json` has caught up with the journal: the moment to refresh the story's row in a list. */
  | { readonly kind: 'snapshot' }

/**
 * The one place where an open story changes. Requests are taken one after the other; each is journalled and synced
 * before it is answered and before anybody hears of it. Everything readable here is acknowledged and on disk.
 */
export interface StoryAuthority {
  readonly id: StoryId
  /** The number of steps the document has taken since the story was made. */
  readonly version: number
  readonly document: Node
  readonly record: StoryRecord
  readonly saved: SavedState

  /**
   * Takes steps that lift the document from `version`. Answers `behind` with what the sender missed when others
   * were faster. Throws `step_refused` (a step that does not apply or breaks the schema: nothing of the request is
   * taken), `version_behind` (too old to catch up, or ahead of us: open the story again), `disk_full`, `disk_refused`
   * (not on disk, not taken: keep the steps and send them again).
   */
  receive(version: number, steps: readonly StepJson[], client: ClientId): Promise<SendStepsResult>

  /** The steps after `version`, empty when there are none. Throws `version_behind` when they are no longer held. */
  stepsSince(version: number): Steps

  /** Changes fields of the record. Throws `invalid_input`, `disk_full`, `disk_refused`; then nothing was changed. */
  changeRecord(patch: RecordPatch): Promise<{ readonly record: StoryRecord; readonly at: Instant }>

  /** Notes a publication in the record: status `withdrawn` after a kill, else `published`. */
  addPublication(publication: Publication): Promise<{ readonly record: StoryRecord; readonly at: Instant }>

  /** Calls `listener` for every event until the returned function is called. */
  subscribe(listener: (event: AuthorityEvent) => void): () => void

  /** Resolves when everything taken so far is in `story.json` as well. Throws `disk_full`, `disk_refused`. */
  flush(): Promise<void>
}
