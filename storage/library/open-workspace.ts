import type { LanguageTag } from '../model/language.ts'
import type { Story } from '../model/story.ts'
import { GalleyError } from '../model/errors.ts'
import type { Workspace, WorkspaceEvent } from './workspace.ts'

/** How many findings a story's row shows. */
export type CountFindings = (story: Story) => Promise<{ readonly errors: number; readonly warnings: number }>

export interface WorkspaceOptions {
  readonly onEvent?: (event: WorkspaceEvent) => void
  /** Who holds the lock, in words for the next one who wants it: `Galley`, `the galley command`. */
  readonly holder?: string
  readonly countFindings?: CountFindings
}

/**
 * Makes a workspace in a new or empty folder and opens it.
 * Throws `destination_exists` when the folder holds anything, `disk_full`, `disk_refused`.
 */
export function createWorkspace(
  _folder: string,
  _about: { readonly name: string; readonly language: LanguageTag },
  _options: WorkspaceOptions = {},
): Promise<Workspace> {
  return Promise.reject(new GalleyError('internal', 'Workspaces cannot be made yet.'))
}

/**
 * Opens a workspace and takes its lock.
 * Throws `workspace_missing`, `workspace_locked` (naming the holder), `workspace_damaged`, `newer_format`.
 */
export function openWorkspace(_folder: string, _options: WorkspaceOptions = {}): Promise<Workspace> {
  return Promise.reject(new GalleyError('internal', 'Workspaces cannot be opened yet.'))
}
