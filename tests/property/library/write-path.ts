import type { FileSystem } from '../../../storage/files/file-system.ts'
import { openWorkspace } from '../../../storage/library/open-workspace.ts'
import type { OpenStory, Workspace } from '../../../storage/library/workspace.ts'
import { typing, window1 } from '../../unit/journal/entries.ts'
import { quietly } from './full-desk.ts'
import type { FullDesk } from './full-desk.ts'

/** Something that writes to the disk, ready to be done. */
export interface Act {
  /** Resolves when it is promised to be on disk. May be tried again after it was refused. */
  readonly act: () => Promise<unknown>
  /** Gives back what was opened for it. */
  readonly close: () => Promise<unknown>
}

/** One way in which Galley writes. */
export interface WritePath {
  readonly name: string
  /** What is changed on the full desk beforehand. */
  readonly given?: (desk: FullDesk, fs: FileSystem) => Promise<void>
  readonly begin: (desk: FullDesk, fs: FileSystem) => Promise<Act>
  /** The kind of version that is kept behind it, without a promise. */
  readonly mayFollow?: string
  /** Where a workspace is after a failure that left its files for the doctor, or that is to be taken up again. */
  readonly settle?: (desk: FullDesk, fs: FileSystem) => Promise<unknown>
  /** In how many steps a text came about differs, and counts for nothing. */
  readonly anySteps?: boolean
  /** Made of calls that other write paths make too: but for a thorough run, the first and the last of a kind fail. */
  readonly isComposed?: boolean
  /** Done again it does nothing more. */
  readonly isOnce?: boolean
  /** What can no longer be found in any file, whatever happened. */
  readonly gone?: (files: ReadonlyMap<string, Uint8Array>) => string[]
}

export const nothing = (): Promise<void> => Promise.resolve()

/** An act in an open workspace. */
export function within(
  act: (workspace: Workspace, desk: FullDesk, fs: FileSystem) => Promise<unknown>,
): WritePath['begin'] {
  return async (desk, fs) => {
    const workspace = await openWorkspace(desk.root, { ...quietly, fileSystem: fs })
    return { act: () => act(workspace, desk, fs), close: () => workspace.close() }
  }
}

/** An act on an open story, after `before` was done to it. */
export function onStory(
  act: (story: OpenStory, workspace: Workspace) => Promise<unknown>,
  before: (story: OpenStory) => Promise<unknown> = nothing,
): WritePath['begin'] {
  return async ({ root, story: id }, fs) => {
    const workspace = await openWorkspace(root, { ...quietly, fileSystem: fs })
    const story = await workspace.openStory(id)
    await before(story)
    return { act: () => act(story, workspace), close: () => workspace.close() }
  }
}

export const typeInto = async ({ authority }: OpenStory, text: string): Promise<void> => {
  await authority.receive(authority.version, typing(authority.document, text), window1)
}
