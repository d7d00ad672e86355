import { basename } from 'node:path'
import { createWorkspace, openWorkspace } from '../../storage/library/open-workspace.ts'
import type { WorkspaceOptions } from '../../storage/library/open-workspace.ts'
import type { Workspace } from '../../storage/library/workspace.ts'
import { isGalleyError } from '../../storage/model/errors.ts'
import { primaryLanguage, readLanguageTag } from '../../storage/model/language.ts'
import { defaultSettings } from '../../storage/model/settings.ts'

/**
 * Opens the workspace, or makes it where there is none yet. Unlike the command line the application makes what it
 * was told to open: an editor who names a folder means to work there.
 */
export async function openOrCreateWorkspace(
  folder: string,
  locale: string,
  options: WorkspaceOptions,
): Promise<Workspace> {
  try {
    return await openWorkspace(folder, options)
  } catch (error) {
    if (!isGalleyError(error, 'workspace_missing')) throw error
  }
  const language = readLanguageTag(primaryLanguage(locale)) ?? defaultSettings.language
  return createWorkspace(folder, { name: basename(folder).slice(0, 200) || 'Galley', language }, options)
}
