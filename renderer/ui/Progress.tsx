import { ProgressBar } from 'react-aria-components'
import './progress.css'

/** A bar with a number, `value` from 0 to 1. */
export function Progress({ label, value }: { label: string; value: number }) {
  const percent = Math.round(value * 100)
  return (
    <ProgressBar className="progress" aria-label={label} value={percent}>
      <span className="progress__done" style={{ inlineSize: `${percent}%` }} />
    </ProgressBar>
  )
}
