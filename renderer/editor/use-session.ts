import type { EditorState } from 'prosemirror-state'
import { useRef, useSyncExternalStore } from 'react'
import type { StorySession, StorySnapshot } from './session.ts'

/** A part of the story as it is shown; the component renders again only when `isSame` says that it changed. */
export function useSession<Part>(
  session: StorySession,
  part: (snapshot: StorySnapshot, state: EditorState) => Part,
  isSame: (a: Part, b: Part) => boolean = Object.is,
): Part {
  const known = useRef<{ readonly value: Part } | null>(null)
  return useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => {
      const value = part(session.snapshot(), session.view.state)
      if (known.current !== null && isSame(known.current.value, value)) return known.current.value
      known.current = { value }
      return value
    },
  )
}

/** True for two flat objects with the same values. */
export function isSameFlat<Flat extends object>(a: Flat, b: Flat): boolean {
  const left = Object.entries(a)
  return left.length === Object.keys(b).length && left.every(([name, value]) => Reflect.get(b, name) === value)
}
