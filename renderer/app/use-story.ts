import { useEffect, useState, useSyncExternalStore } from 'react'
import { whenIdle } from '../editor/plugins/idle.ts'
import type { StorySession, StorySnapshot } from '../editor/session.ts'

/** A part of the snapshot that keeps its identity while it does not change, such as `record` or `safety`. */
export function useSnapshot<Part>(session: StorySession, part: (snapshot: StorySnapshot) => Part): Part {
  return useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => part(session.snapshot()),
  )
}

/**
 * Something worked out from the story that may be a moment old: it is worked out again when the editor pauses for
 * `pause` milliseconds, so that typing does not wait for it.
 */
export function useWorkedOut<Value>(
  session: StorySession,
  work: (snapshot: StorySnapshot, session: StorySession) => Value,
  pause = 120,
): Value {
  const [known, setKnown] = useState(() => ({ session, value: work(session.snapshot(), session) }))
  useEffect(() => {
    const look = (): void => {
      setKnown({ session, value: work(session.snapshot(), session) })
    }
    look()
    const idle = whenIdle(look, pause)
    const leave = session.subscribe(idle.ask)
    return () => {
      leave()
      idle.stop()
    }
  }, [session, work, pause])
  return known.session === session ? known.value : work(session.snapshot(), session)
}
