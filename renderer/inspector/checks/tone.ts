import type { Severity } from '../../../storage/checks/finding.ts'
import type { FlagTone } from '../../ui/Flag.tsx'

const tones = { error: 'stop', warning: 'warn', hint: 'info' } as const

/** How a severity is drawn. */
export function toneOf(severity: Severity): FlagTone {
  return tones[severity]
}
