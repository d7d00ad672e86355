import type { WebContents } from 'electron'
import { eventChannelOf } from './contract/channels.ts'
import { events } from './contract/events.ts'
import type { EventName, EventPayload } from './contract/events.ts'

/** Tells an event to these windows. Throws when the payload is not what the contract says: that is a defect of ours. */
export function tell<Name extends EventName>(
  windows: Iterable<WebContents>,
  name: Name,
  payload: EventPayload<Name>,
): void {
  const parsed = events[name].parse(payload)
  for (const window of windows) {
    if (!window.isDestroyed()) window.send(eventChannelOf(name), parsed)
  }
}
