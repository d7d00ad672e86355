import { ipcMain } from 'electron'
import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { isAppAddress } from '../security/origin.ts'
import { answerCall, failure } from './answer.ts'
import type { Call } from './contract/call.ts'
import { channelOf } from './contract/channels.ts'
import { contract } from './contract/index.ts'
import type { Handlers } from './handlers/handlers.ts'

type AnyHandler = (request: never, from: WebContents) => unknown

/**
 * Listens for every call of the contract. The only place that hears windows: it refuses whatever does not come
 * from the main frame of one of our own pages, and lets nothing in or out that the contract does not describe.
 */
export function registerCalls(handlers: Handlers, report: (what: string, error: unknown) => void): void {
  const areas: Record<string, Record<string, Call>> = contract
  const handlersOf: Record<string, Record<string, AnyHandler>> = handlers
  for (const [area, calls] of Object.entries(areas)) {
    for (const [method, call] of Object.entries(calls)) {
      const handler = handlersOf[area]?.[method]
      if (handler === undefined) throw new Error(`${area}.${method} has no handler`)
      const name = channelOf(area, method)
      ipcMain.handle(name, (event, payload: unknown) => {
        if (!isOurPage(event)) {
          report(name, new Error('refused: not one of our pages'))
          return failure('invalid_input', 'This page may not ask Galley for anything.')
        }
        return answerCall(
          call,
          payload,
          // `call` has parsed the request: its type is the handler's.
          (request) => handler(request as never, event.sender),
          (error) => report(name, error),
        )
      })
    }
  }
}

/** True for the main frame of a page of ours: not a frame in it, not a page that took its place. */
function isOurPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame?.parent === null && frame === event.sender.mainFrame && isAppAddress(frame.url)
}
