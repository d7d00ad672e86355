import './key.css'

/** A key as it is shown beside what it does. No part of any name: the palette and the list of shortcuts say it aloud. */
export function Key({ children }: { children: string }) {
  return (
    <kbd className="key" dir="ltr" aria-hidden>
      {children}
    </kbd>
  )
}
