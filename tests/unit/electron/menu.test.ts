import type { MenuItemConstructorOptions } from 'electron'
import { expect, test, vi } from 'vitest'
import { menuWords } from '../../../electron/main/menu-words.ts'
import { menuTemplate } from '../../../electron/main/menu.ts'

function itemsOf(mac: boolean, send: (command: string) => void = () => undefined): MenuItemConstructorOptions[] {
  const template = menuTemplate({ mac, development: false, words: menuWords, send })
  return template.flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []))
}

test.each([true, false])('no key means two things (macOS: %s)', (mac) => {
  const keys = itemsOf(mac).flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]))
  expect(keys.length).toBeGreaterThan(20)
  expect(new Set(keys).size).toBe(keys.length)
})

test('a key is one of its own system', () => {
  const keys = (mac: boolean): string =>
    itemsOf(mac)
      .map(({ accelerator }) => String(accelerator))
      .join(' ')
  expect(keys(true)).not.toMatch(/\bControl\+/)
  expect(keys(false)).not.toMatch(/\bCommand\+/)
})

test('an entry sends its command', () => {
  const send = vi.fn()
  const entry = itemsOf(false, send).find(({ id }) => id === 'publish')
  const click = entry?.click as (() => void) | undefined
  click?.()
  expect(send.mock.calls).toEqual([['publish']])
})

test('Chromium’s inspector is offered to developers alone', () => {
  const roles = (development: boolean): string =>
    JSON.stringify(menuTemplate({ mac: false, development, words: menuWords, send: () => undefined }))
  expect(roles(true)).toContain('toggleDevTools')
  expect(roles(false)).not.toContain('toggleDevTools')
})
