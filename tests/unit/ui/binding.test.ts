import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matches, readBinding, showBinding } from '../../../renderer/app/keys/binding.ts'

/** A key event as the browser makes it. */
function press(key: string, code: string, modifiers = ''): Parameters<typeof matches>[1] {
  const has = (name: string): boolean => modifiers.split(' ').includes(name)
  return {
    key,
    code,
    ctrlKey: has('ctrl'),
    metaKey: has('meta'),
    altKey: has('alt'),
    shiftKey: has('shift'),
  }
}

describe('a key', () => {
  test('is held with Ctrl on Linux and with Command on macOS', () => {
    const binding = readBinding('Mod+K')
    expect(matches(binding, press('k', 'KeyK', 'ctrl'), 'linux')).toBe(true)
    expect(matches(binding, press('k', 'KeyK', 'meta'), 'darwin')).toBe(true)
    expect(matches(binding, press('k', 'KeyK', 'ctrl'), 'darwin')).toBe(false)
    expect(matches(binding, press('k', 'KeyK'), 'linux')).toBe(false)
  })

  test('does not answer with a modifier too many', () => {
    expect(matches(readBinding('Mod+K'), press('K', 'KeyK', 'ctrl shift'), 'linux')).toBe(false)
    expect(matches(readBinding('F6'), press('F6', 'F6', 'shift'), 'linux')).toBe(false)
  })

  test.each([
    ['Armenian', 'կ'],
    ['Russian', 'л'],
    ['Persian', 'ن'],
  ])('is found by its place on the %s layout', (_language, letter) => {
    expect(matches(readBinding('Mod+K'), press(letter, 'KeyK', 'ctrl'), 'linux')).toBe(true)
  })

  test('is found by its letter on a Latin layout that puts it elsewhere', () => {
    expect(matches(readBinding('Mod+K'), press('k', 'KeyV', 'ctrl'), 'linux')).toBe(true)
    expect(matches(readBinding('Mod+K'), press('t', 'KeyK', 'ctrl'), 'linux')).toBe(false)
  })

  test('with Shift is the same whatever sign Shift makes of it', () => {
    expect(matches(readBinding('Mod+Shift+\\'), press('|', 'Backslash', 'ctrl shift'), 'linux')).toBe(true)
    expect(matches(readBinding("Mod+Shift+'"), press('"', 'Quote', 'ctrl shift'), 'linux')).toBe(true)
    expect(matches(readBinding('Mod+Shift+8'), press('*', 'Digit8', 'ctrl shift'), 'linux')).toBe(true)
  })

  test.each([
    ['Mod+Shift+Enter', '⌘⇧↵', 'Ctrl+Shift+Enter'],
    ['Alt+ArrowLeft', '⌥←', 'Alt+←'],
    ['Mod+\\', '⌘\\', 'Ctrl+\\'],
    ['F8', 'F8', 'F8'],
  ])('%s is shown as %s and %s', (text, mac, other) => {
    expect(showBinding(text, 'darwin')).toBe(mac)
    expect(showBinding(text, 'linux')).toBe(other)
  })

  test('answers to its own event and to no other letter', () => {
    const letters = fc.integer({ min: 97, max: 122 }).map((code) => String.fromCharCode(code))
    fc.assert(
      fc.property(letters, letters, fc.boolean(), (bound, pressed, shift) => {
        const binding = readBinding(`Mod+${shift ? 'Shift+' : ''}${bound.toUpperCase()}`)
        const event = press(
          shift ? pressed.toUpperCase() : pressed,
          `Key${pressed.toUpperCase()}`,
          shift ? 'ctrl shift' : 'ctrl',
        )
        expect(matches(binding, event, 'win32')).toBe(bound === pressed)
      }),
    )
  })
})
