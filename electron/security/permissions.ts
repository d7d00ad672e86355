import type { Session } from 'electron'
import { isAppAddress } from './origin.ts'

/** What a page of ours may do beyond showing itself: put text on the clipboard, as copying does. */
const granted = 'clipboard-sanitized-write'

/** Refuses every permission, device and capture that a page can ask for, but that one to our own page. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(permission === granted && isAppAddress(details.requestingUrl))
  })
  session.setPermissionCheckHandler((_contents, permission, origin) => permission === granted && isAppAddress(origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
}
