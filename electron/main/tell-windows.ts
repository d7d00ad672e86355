import { BrowserWindow } from 'electron'
import type { WebContents } from 'electron'
import type { WorkspaceEvent } from '../../storage/library/workspace.ts'
import { tell } from '../ipc/broadcast.ts'
import type { Damage } from './damage.ts'
import { follow } from './theme.ts'

/** The pages of all windows. */
export function pages(): WebContents[] {
  return BrowserWindow.getAllWindows().map((window) => window.webContents)
}

/** Tells every window what the workspace told. */
export function tellOf(event: WorkspaceEvent, damage: Damage): void {
  switch (event.kind) {
    case 'summary':
      tell(pages(), 'summary', event.summary)
      break
    case 'removed':
      tell(pages(), 'removed', { id: event.id })
      break
    case 'version':
      tell(pages(), 'version', { id: event.id, version: event.version })
      break
    case 'reloaded':
      tell(pages(), 'otherChange', { outcome: 'reloaded', id: event.id })
      break
    case 'both_kept':
      tell(pages(), 'otherChange', { outcome: 'kept', id: event.id, ours: event.ours, theirs: event.theirs })
      break
    case 'settings':
      follow(event.settings)
      tell(pages(), 'settings', event.settings)
      break
    case 'damaged':
      damage.hear(event)
      break
  }
}
