import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'

export interface Draft {
  readonly text: string
  readonly isEditing: boolean
  readonly change: (text: string) => void
  readonly start: () => void
  /** Saves what was typed, if it differs. */
  readonly commit: () => void
  readonly restore: () => void
  /** Enter saves (with Ctrl or Command where lines are allowed), Escape brings the saved text back. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void
}

/**
 * The text of a field between the first key and the moment it is saved. While nobody edits, it follows `value`.
 * Escape stops at the field that has something to restore, so it does not close what the field stands in.
 */
export function useDraft(value: string, onCommit: (text: string) => void, lines: boolean): Draft {
  const [draft, setDraft] = useState<string | null>(null)
  const latest = useRef(draft)
  const set = (next: string | null): void => {
    latest.current = next
    setDraft(next)
  }
  const commit = (): void => {
    const typed = latest.current
    set(null)
    if (typed !== null && typed !== value) onCommit(typed)
  }
  return {
    text: draft ?? value,
    isEditing: draft !== null,
    change: set,
    start: () => {
      set(latest.current ?? value)
    },
    commit,
    restore: () => {
      set(null)
    },
    onKeyDown: (event) => {
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Escape' && latest.current !== null && latest.current !== value) {
        event.stopPropagation()
        event.preventDefault()
        set(value)
      } else if (event.key === 'Enter' && (!lines || event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        commit()
      }
    },
  }
}
