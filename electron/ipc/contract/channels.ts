import type { EventName } from './events.ts'

// Kept apart from the schemas, so that the bridge of a sandboxed window carries names and no parser.

/** The name of a call's channel. */
export function channelOf(area: string, method: string): string {
  return `galley:${area}.${method}`
}

/** The name of an event's channel. */
export function eventChannelOf(name: EventName): string {
  return `galley:event.${name}`
}
