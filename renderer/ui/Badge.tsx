import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import './badge.css'

export type Tone = 'ok' | 'warn' | 'stop' | 'idle' | 'quote'

/** A state in an icon and words, always both. */
export function Badge({ tone, icon, children }: { tone: Tone; icon: LucideIcon; children: ReactNode }) {
  return (
    <span className={`badge badge--${tone}`}>
      <Icon of={icon} size={12} />
      {children}
    </span>
  )
}
