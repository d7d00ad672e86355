import type { FileSystem } from '../../files/file-system.ts'
import type { Quarantine } from '../../files/quarantine.ts'
import type { StoryId } from '../../model/ids.ts'
import type { StoryPlaces } from '../places.ts'

/** What can be wrong with a file. */
export type FindingCode =
  | 'settings_damaged'
  | 'names_damaged'
  | 'ledger_damaged'
  | 'imports_torn'
  | 'imports_damaged'
  | 'story_damaged'
  | 'journal_torn'
  | 'journal_damaged'
  | 'version_damaged'
  | 'media_damaged'
  | 'media_record_damaged'
  | 'media_without_record'
  | 'media_without_original'
  | 'media_missing'
  | 'media_unused'
  | 'temporary_left'
  | 'partial_left'
  | 'index_damaged'
  | 'index_behind'
  | 'newer_format'

/** Something that a check found. */
export interface Finding {
  /** The file, absolute. */
  readonly path: string
  readonly code: FindingCode
  /** One sentence for editors. */
  readonly problem: string
  /**
   * Mends it, putting whatever it changes into the quarantine first, and says in a sentence what was done. Left out
   * where only a person or a backup can help.
   */
  readonly mend?: () => Promise<string>
  /** True for what is no damage and is only told. */
  readonly hint?: boolean
}

/** What the checks look at. */
export interface Patient {
  readonly fs: FileSystem
  readonly root: string
  readonly quarantine: Quarantine
  readonly now: Date
  /** Every story, in its place or in the trash. */
  readonly stories: readonly { readonly id: StoryId; readonly places: StoryPlaces }[]
}

/**
 * One kind of finding. Checks run in the order of the registry, each after the earlier ones have mended what they found;
 * looking changes nothing.
 */
export type Check = (patient: Patient) => AsyncIterable<Finding>
