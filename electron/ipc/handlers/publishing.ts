import { shell } from 'electron'
import type { WebContents } from 'electron'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { publish } from '../../../storage/publish/publish.ts'
import type { Desk } from '../../main/desk.ts'
import { publishingDesk } from '../../main/publishing-desk.ts'
import { tell } from '../broadcast.ts'
import type { Published, PublishRequest } from '../contract/publishing.ts'
import type { AreaHandlers } from './handlers.ts'

export function publishingHandlers(desk: Desk): AreaHandlers<'publishing'> {
  const underWay = new Map<WebContents, Set<AbortController>>()
  return {
    publish: async (request, from) => {
      desk.folders.demand(request.folder)
      const controller = new AbortController()
      const mine = underWay.get(from) ?? new Set()
      underWay.set(from, mine.add(controller))
      try {
        return await publishFor(desk, request, from, controller.signal)
      } finally {
        mine.delete(controller)
        if (mine.size === 0) underWay.delete(from)
      }
    },
    cancel: (_request, from) => {
      for (const controller of underWay.get(from) ?? []) controller.abort()
      return null
    },
    chooseDestination: async (_request, from) => {
      const folder = await desk.dialogs.chooseFolder(from)
      if (folder !== null) desk.folders.add(folder)
      return { folder, freeBytes: folder === null ? null : await freeBytes(folder) }
    },
    destination: async () => ({ folder: desk.outbox, freeBytes: await freeBytes(desk.outbox) }),
    reveal: ({ bundle }) => {
      shell.showItemInFolder(bundle)
      return null
    },
  }
}

async function publishFor(
  { workspace, media }: Desk,
  request: PublishRequest,
  from: WebContents,
  signal: AbortSignal,
): Promise<Published> {
  const { ids, folder, formats, note, kind, zip } = request
  const published = await publish(
    { ids, destination: { folder }, formats, note, kind, zip },
    publishingDesk(workspace, media),
    {
      now: new Date().toISOString(),
      signal,
      onProgress: (progress) => tell([from], 'publishProgress', { ...progress }),
    },
  )
  const { bundle, stories, files, bytes } = published
  return { bundle, stories: stories.map((story) => ({ ...story })), files, bytes }
}

/** The room left on the disk of a folder in bytes, or null when nobody can say. The folder need not exist yet. */
async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return dirname(folder) === folder ? null : freeBytes(dirname(folder))
  }
}
