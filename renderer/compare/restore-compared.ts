import type { Desk } from '../app/desk.ts'
import { restoreVersion } from '../inspector/history/restore-version.ts'

/** Restores the older of the two versions that are compared, and goes back to the story. */
export function restoreCompared(desk: Desk): void {
  const from = desk.compare.state.get()?.sides?.from
  if (from === undefined || from === 'now') return
  desk.compare.close()
  void restoreVersion(desk, from)
}
