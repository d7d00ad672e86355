import type { Instant } from '../model/instant.ts'
import type { StoryId } from '../model/ids.ts'

/** Where the bundle goes: exactly at `path`, or in `folder` under a name made of slug, day and version. */
export type Destination = { readonly path: string } | { readonly folder: string }

/** Formats an editor may choose. The manifest, quotes.json and captions.json are always written. */
export const formatNames = ['ninjs', 'jsonld', 'html', 'galley'] as const
export type FormatName = (typeof formatNames)[number]

export interface PublishRequest {
  readonly ids: readonly StoryId[]
  readonly destination: Destination
  /** One `.zip` instead of a folder. A path that ends in `.zip` means so too. */
  readonly zip: boolean
  readonly formats: readonly FormatName[]
  readonly kind: 'publish' | 'correction' | 'kill'
  /** For readers of a correction; for editors at the receiver otherwise. */
  readonly note: string
}

/** Steps of a publication in order; `done` of `total` counts stories, or files while reading back. */
export interface PublishProgress {
  readonly stage: 'check' | 'render' | 'write' | 'read_back' | 'done'
  readonly done: number
  readonly total: number
}

export interface PublishOptions {
  readonly onProgress?: (progress: PublishProgress) => void
  readonly signal?: AbortSignal
  /** The moment of this publication. A story unchanged since its last publication keeps that one's moment. */
  readonly now: Instant
}
