import type { RefObject } from 'react'
import type { StorySession } from '../session.ts'

/** Where a popover of the sheet hangs. */
export interface PopoverPlace {
  readonly session: StorySession
  readonly sheet: RefObject<HTMLElement | null>
  readonly galley: RefObject<HTMLElement | null>
}
