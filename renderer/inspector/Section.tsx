import type { ReactNode } from 'react'

/** A part of the inspector under its heading. */
export function Section({ title, act, children }: { title: string; act?: ReactNode; children: ReactNode }) {
  return (
    <section className="inspector-section">
      <div className="inspector-section__head">
        <h2>{title}</h2>
        {act}
      </div>
      {children}
    </section>
  )
}
