import type { KeyboardEvent, ReactNode } from 'react'
import { SeverityIcon } from '../ui/Flag.tsx'
import type { FlagTone } from '../ui/Flag.tsx'
import './notice.css'

/** Something the editor should know of, over or under the sheet: it stays until it is answered or no longer true. */
export function Notice(props: {
  tone: FlagTone
  label: string
  /** Said more quietly, on the line of the acts. */
  aside?: ReactNode
  acts: ReactNode
  children: ReactNode
  place?: 'over' | 'under'
  onKeyDown?: (event: KeyboardEvent) => void
}) {
  return (
    <section
      className={`notice notice--${props.tone} notice--${props.place ?? 'over'}`}
      aria-label={props.label}
      onKeyDown={props.onKeyDown}
    >
      <SeverityIcon tone={props.tone} size={16} />
      <div className="notice__words">{props.children}</div>
      <div className="notice__foot">
        <div className="notice__aside">{props.aside}</div>
        {props.acts}
      </div>
    </section>
  )
}
