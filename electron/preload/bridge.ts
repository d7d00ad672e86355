import type { IpcRenderer } from 'electron'
import { channelOf, eventChannelOf } from '../ipc/contract/channels.ts'
import type { EventName } from '../ipc/contract/events.ts'
import type { Bridge } from '../ipc/contract/index.ts'
import { calls, eventNames } from './surface.ts'

/** What the bridge needs of Electron's half in the window. */
export type Wire = Pick<IpcRenderer, 'invoke' | 'on' | 'off'>

/**
 * Builds `window.galley`: one function a call, and `on`. Nothing else of the wire gets out: no channel name is
 * taken from the page, and a listener is handed the payload without the event that carries the sender.
 */
export function buildBridge(wire: Wire): Bridge {
  const areas = Object.entries(calls).map(([area, methods]) => {
    const functions = Object.keys(methods).map((method) => [
      method,
      (request: unknown): Promise<unknown> => wire.invoke(channelOf(area, method), request),
    ])
    return [area, Object.freeze(Object.fromEntries(functions))] as const
  })
  // Made from names, which types cannot follow; that every name is there is what the type of `calls` says.
  return Object.freeze({ ...Object.fromEntries(areas), on: listening(wire) }) as unknown as Bridge
}

function listening(wire: Wire) {
  return (name: EventName, listener: (payload: unknown) => void): (() => void) => {
    if (!Object.hasOwn(eventNames, name)) throw new TypeError('There is no event of this name.')
    const hear = (_event: unknown, payload: unknown): void => {
      listener(payload)
    }
    wire.on(eventChannelOf(name), hear)
    return () => {
      wire.off(eventChannelOf(name), hear)
    }
  }
}
