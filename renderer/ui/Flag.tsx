import { Check, Info, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import './flag.css'

export type FlagTone = 'stop' | 'warn' | 'info' | 'ok'

const icons = { stop: OctagonAlert, warn: TriangleAlert, info: Info, ok: Check } as const

/** The icon of a severity. Its shape, not its colour, tells it from the others. */
export function SeverityIcon({ tone, size = 14 }: { tone: FlagTone; size?: 12 | 14 | 16 }) {
  return (
    <span className={`severity severity--${tone}`}>
      <Icon of={icons[tone]} size={size} />
    </span>
  )
}

/** A short coloured statement after its icon: "2 blocking". */
export function Flag({ tone, children }: { tone: FlagTone; children: ReactNode }) {
  return (
    <span className={`flag flag--${tone}`}>
      <Icon of={icons[tone]} size={12} />
      {children}
    </span>
  )
}
