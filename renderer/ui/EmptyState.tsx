import type { ReactNode } from 'react'
import './empty-state.css'

/** What will stand here, and the one act that brings it. */
export function EmptyState({ title, children, act }: { title: string; children?: ReactNode; act?: ReactNode }) {
  return (
    <div className="empty-state">
      <p className="empty-state__title">{title}</p>
      {children !== undefined && <p>{children}</p>}
      {act !== undefined && <div className="empty-state__act">{act}</div>}
    </div>
  )
}
