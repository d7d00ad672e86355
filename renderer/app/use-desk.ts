import { createContext, use } from 'react'
import type { StorySession } from '../editor/session.ts'
import { useStore } from '../ui/store.ts'
import type { Desk } from './desk.ts'

export const DeskContext = createContext<Desk | null>(null)

/** The desk of this window. */
export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (desk === null) throw new Error('no desk around this component')
  return desk
}

/** The session of the open story, or null while none is open. */
export function useOpenSession(): StorySession | null {
  const current = useStore(useDesk().sessions.current)
  return current.state === 'open' ? current.session : null
}
