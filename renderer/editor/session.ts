import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import type { Recovery } from '../../electron/ipc/contract/recovery.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import type { RecordPatch, StoryRecord } from '../../storage/model/record.ts'

/** How safe what stands on the screen is: `saving` while anything done here is not yet acknowledged. */
export type Safety =
  /** `warning` says that the story's file cannot follow at the moment, while the journal holds everything. */
  | { readonly state: 'saved'; readonly at: string; readonly warning: string | null }
  | { readonly state: 'saving' }
  /** The disk does not take it for now; it is tried again by itself. */
  | {
      readonly state: 'failing'
      readonly message: string
      readonly isFull: boolean
      /** Changes made here that are in memory only. */
      readonly unsent: number
      readonly triedAt: string
    }
  /** Main will not take it however often it is asked: the story has to be opened again, or taken back from the trash. */
  | { readonly state: 'refused'; readonly message: string; readonly unsent: number; readonly isInTrash: boolean }

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
  /** What opening the story brought back after a crash, or null. */
  readonly recovery: Recovery | null
  subscribe(listener: () => void): () => void
  snapshot(): StorySnapshot
  /** Shows the change at once. Resolves when it is on disk; rejects a value that is not allowed. */
  changeRecord(patch: RecordPatch): Promise<void>
  /** Sends at once what could not be saved before. */
  tryAgain(): void
  /** Resolves when everything typed so far is acknowledged, or rejects when it cannot be. */
  flush(): Promise<void>
  /** The story went to the trash while main lacks words of it: they are kept here, and sent when it is taken back. */
  waitForTakingBack(): void
  /** Flushes, then leaves the story. */
  close(): Promise<void>
  /** Leaves the story without what main has not taken. Never rejects. */
  abandon(): Promise<void>
}
