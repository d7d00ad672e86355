import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import type { StoryId } from '../../storage/model/ids.ts'
import type { RecordPatch, StoryRecord } from '../../storage/model/record.ts'

/** How safe what stands on the screen is: `saving` while anything typed is not yet acknowledged. */
export type Safety =
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'saving' }
  | { readonly state: 'failing'; readonly message: string }

/** A story as one window sees it at one moment. Replaced, never changed, when anything of it changes. */
export interface StorySnapshot {
  readonly id: StoryId
  readonly document: Node
  readonly record: StoryRecord
  readonly safety: Safety
  readonly selection: { readonly from: number; readonly to: number }
}

/**
 * One window's editing of one story. Sends steps to the authority, rebases on those of others,
 * and tells React about every change through `subscribe` and `snapshot`.
 */
export interface StorySession {
  readonly id: StoryId
  readonly view: EditorView
  subscribe(listener: () => void): () => void
  snapshot(): StorySnapshot
  changeRecord(patch: RecordPatch): Promise<void>
  /** Resolves when everything typed so far is acknowledged, or rejects when it cannot be. */
  flush(): Promise<void>
  /** Flushes, then leaves the story. */
  close(): Promise<void>
}
