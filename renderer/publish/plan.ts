import type { BundleFormat, PublishRequest } from '../../electron/ipc/contract/publishing.ts'
import type { StoryId } from '../../storage/model/ids.ts'

/** What a publication says to those who have the story: an update is a publication after the first. */
export type PublicationKind = 'update' | 'correction' | 'kill'

/** What the editor has chosen for the bundle. */
export interface Plan {
  readonly folder: string | null
  readonly formats: ReadonlySet<BundleFormat>
  readonly zip: boolean
  readonly kind: PublicationKind
  readonly note: string
}

/** Why a plan cannot be carried out yet, or null. */
export type Obstacle = 'checking' | 'findings' | 'format' | 'folder' | 'note' | null

/** The first thing that stands in the way. A kill goes out whatever the findings are: it takes the story back. */
export function obstacleTo(plan: Plan, blocking: number | null): Obstacle {
  if (plan.kind !== 'kill') {
    if (blocking === null) return 'checking'
    if (blocking > 0) return 'findings'
  }
  if (plan.formats.size === 0) return 'format'
  if (plan.folder === null) return 'folder'
  if (plan.kind !== 'update' && plan.note.trim() === '') return 'note'
  return null
}

/** The request for main, or null while the plan has no folder. */
export function requestFor(ids: readonly StoryId[], plan: Plan): PublishRequest | null {
  if (plan.folder === null) return null
  return {
    ids: [...ids],
    folder: plan.folder,
    formats: [...plan.formats],
    note: plan.note.trim(),
    kind: plan.kind === 'update' ? 'publish' : plan.kind,
    zip: plan.zip,
  }
}
