import type { IpcRenderer } from 'electron'
import { channelOf, eventChannelOf } from '../ipc/contract/channels.ts'
import type { EventName } from '../ipc/contract/events.ts'
import type { Bridge } from '../ipc/contract/index.ts'
import { calls, eventNames } from './surface.ts'

/** What the bridge needs of Electron's half in the window. */
export interface Wire extends Pick<IpcRenderer, 'invoke' | 'on' | 'off'> {
  /** Where a file or folder lies that the editor dropped; empty for one that a page made. */
  readonly pathOf: (file: File) => string
}

/**
 * Builds `window.galley`: one function a call, and `on`. Nothing else of the wire gets out: no channel name is
 * taken from the page, and a listener is handed the payload without the event that carries the sender.
 */
export function buildBridge(wire: Wire): Bridge {
  const areas = Object.entries(calls).map(([area, methods]) => {
    const functions = Object.keys(methods).map((method) => [
      method,
      (request: unknown): Promise<unknown> =>
        wire.invoke(channelOf(area, method), method === 'moveInDropped' ? withPaths(request, wire) : request),
    ])
    return [area, Object.freeze(Object.fromEntries(functions))] as const
  })
  // Made from names, which types cannot follow; that every name is there is what the type of `calls` says.
  return Object.freeze({ ...Object.fromEntries(areas), on: listening(wire) }) as unknown as Bridge
}

/**
 * Puts paths in the place of dropped files. Only here, so that a page neither learns where a file lies nor names a place
 * that nobody dropped.
 */
function withPaths(request: unknown, { pathOf }: Wire): unknown {
  if (typeof request !== 'object' || request === null || !('files' in request) || !Array.isArray(request.files))
    return null
  const files: readonly unknown[] = request.files
  return { files: files.filter((file) => file instanceof File).map(pathOf) }
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
