import { goToPlace } from '../../inspector/checks/go-to-place.ts'
import type { Desk } from '../desk.ts'

let last = -1

/** Goes to the next (1) or previous (-1) finding of the open story, around the end. */
export function goToFinding(desk: Desk, by: 1 | -1): void {
  const current = desk.sessions.current.get()
  const findings = desk.checks.checked.get()?.findings ?? []
  if (current.state !== 'open' || findings.length === 0) return
  last = (Math.min(last, findings.length - 1) + by + findings.length) % findings.length
  const finding = findings[last]
  if (finding !== undefined) goToPlace(desk, current.session, finding.where)
}
