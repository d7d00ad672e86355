import { expect, test, vi } from 'vitest'
import { contract } from '../../../electron/ipc/contract/index.ts'
import { events } from '../../../electron/ipc/contract/events.ts'
import { buildBridge } from '../../../electron/preload/bridge.ts'
import type { Wire } from '../../../electron/preload/bridge.ts'
import { calls, eventNames } from '../../../electron/preload/surface.ts'

function fakeWire() {
  const listeners = new Map<string, Set<(...values: unknown[]) => void>>()
  const invoke = vi.fn((_channel: string, ..._values: unknown[]) => Promise.resolve('answer'))
  const wire = {
    invoke,
    on: (channel: string, listener: (...values: unknown[]) => void) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
    },
    off: (channel: string, listener: (...values: unknown[]) => void) => {
      listeners.get(channel)?.delete(listener)
    },
  }
  const send = (channel: string, payload: unknown): void => {
    for (const listener of listeners.get(channel) ?? []) listener({ sender: 'secret' }, payload)
  }
  return { wire: wire as unknown as Wire, invoke, send }
}

test('a window gets exactly these functions', () => {
  const bridge = buildBridge(fakeWire().wire)
  const surface = Object.entries(bridge).flatMap(([area, calls]) =>
    typeof calls === 'function' ? [area] : Object.keys(calls).map((method) => `${area}.${method}`),
  )
  expect(surface.sort()).toMatchInlineSnapshot(`
    [
      "desk.changeSettings",
      "desk.info",
      "desk.readyToClose",
      "desk.window",
      "dragging.begin",
      "dragging.letGo",
      "importing.choose",
      "importing.clipboard",
      "importing.files",
      "importing.moveIn",
      "importing.moveInDropped",
      "importing.movedIn",
      "importing.saveMovedIn",
      "importing.showRefused",
      "importing.stopMovingIn",
      "languages.bringInLine",
      "languages.create",
      "languages.list",
      "media.add",
      "media.choose",
      "media.get",
      "names.add",
      "names.search",
      "on",
      "publishing.cancel",
      "publishing.chooseDestination",
      "publishing.destination",
      "publishing.publish",
      "publishing.reveal",
      "recovery.goBack",
      "recovery.keep",
      "recovery.offers",
      "recovery.read",
      "recovery.rebuild",
      "stories.changeMany",
      "stories.changeRecord",
      "stories.close",
      "stories.counts",
      "stories.create",
      "stories.duplicate",
      "stories.ids",
      "stories.list",
      "stories.open",
      "stories.place",
      "stories.sendSteps",
      "stories.stepsSince",
      "stories.stopMany",
      "stories.summaries",
      "trash.empty",
      "trash.list",
      "trash.put",
      "trash.putMany",
      "trash.sent",
      "trash.takeBack",
      "trash.takeBackMany",
      "versions.list",
      "versions.name",
      "versions.read",
      "versions.restore",
    ]
  `)
})

test('the names are those of the contract', () => {
  const namesOf = (table: object) =>
    Object.fromEntries(Object.entries(table).map(([area, methods]) => [area, Object.keys(methods as object).sort()]))
  expect(namesOf(calls)).toEqual(namesOf(contract))
  expect(Object.keys(eventNames).sort()).toEqual(Object.keys(events).sort())
})

test('the bridge and its areas cannot be changed by the page', () => {
  const bridge = buildBridge(fakeWire().wire)
  expect(Object.isFrozen(bridge)).toBe(true)
  expect(Object.isFrozen(bridge.stories)).toBe(true)
})

test('a call goes out on its own channel with its request and nothing else', async () => {
  const { wire, invoke } = fakeWire()
  const search = buildBridge(wire).names.search as (...values: unknown[]) => Promise<unknown>
  await expect(search({ query: 'Ovakian' }, 'more')).resolves.toBe('answer')
  expect(invoke.mock.calls).toEqual([['galley:names.search', { query: 'Ovakian' }]])
})

test('a listener gets the payload without its sender, until it is taken off', () => {
  const { wire, send } = fakeWire()
  const heard: unknown[] = []
  const stop = buildBridge(wire).on('menu', (...values: unknown[]) => heard.push(values))
  send('galley:event.menu', { command: 'publish' })
  stop()
  send('galley:event.menu', { command: 'publish' })
  expect(heard).toEqual([[{ command: 'publish' }]])
})

test.each(['stories.list', '__proto__', 'toString', ''])('there is no event called %j', (name) => {
  const on = buildBridge(fakeWire().wire).on as (name: string, listener: () => void) => unknown
  expect(() => on(name, () => undefined)).toThrow(TypeError)
})
