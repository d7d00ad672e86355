import './key.css'

/** A key as it is shown beside what it does. Hidden from screen readers, which read `aria-keyshortcuts` instead. */
export function Key({ children }: { children: string }) {
  return (
    <kbd className="key" dir="ltr" aria-hidden>
      {children}
    </kbd>
  )
}
