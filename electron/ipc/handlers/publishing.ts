import { shell } from 'electron'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { GalleyError } from '../../../storage/model/errors.ts'
import type { Desk } from '../../main/desk.ts'
import type { AreaHandlers } from './handlers.ts'

export function publishingHandlers(desk: Desk): AreaHandlers<'publishing'> {
  return {
    publish: () => {
      throw new GalleyError('unsupported_format', 'Galley cannot publish yet. Nothing was written.')
    },
    cancel: () => null,
    chooseDestination: async (_request, from) => {
      const folder = await desk.dialogs.chooseFolder(from)
      return { folder, freeBytes: folder === null ? null : await freeBytes(folder) }
    },
    destination: async () => {
      const folder = desk.workspace.settings.outbox ?? join(desk.workspace.root, 'outbox')
      return { folder, freeBytes: await freeBytes(folder) }
    },
    reveal: ({ bundle }) => {
      shell.showItemInFolder(bundle)
      return null
    },
  }
}

/** The room left on the disk of a folder in bytes, or null when nobody can say. */
async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}
