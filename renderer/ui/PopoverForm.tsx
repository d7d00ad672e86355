import type { ReactNode } from 'react'

/** A small form that Enter submits from any of its fields, the parts of a date among them. */
export function PopoverForm({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
      onKeyDownCapture={(event) => {
        const isPart = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'spinbutton'
        if (event.key !== 'Enter' || !isPart) return
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}
