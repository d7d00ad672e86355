import { describe, expect, test } from 'vitest'
import { readRemembered, writeRemembered } from '../../../renderer/app/remembered.ts'

describe('how the window was left', () => {
  /** A storage that holds one text. */
  function storage(text: string | null) {
    let held = text
    return { getItem: () => held, setItem: (_key: string, value: string) => void (held = value) }
  }

  test('is the same after it was written and read', () => {
    const kept = storage(null)
    const left = {
      listWidth: 400,
      inspectorWidth: null,
      isListShown: false,
      isInspectorShown: true,
      order: { by: 'due', descending: true } as const,
      grouping: 'desk' as const,
    }
    writeRemembered(kept, left)
    expect(readRemembered(kept)).toEqual(left)
  })

  test.each([null, '', 'not json', '{"listWidth":"wide"}', '[]'])('starts anew from %j', (text) => {
    expect(readRemembered(storage(text))).toEqual({
      listWidth: null,
      inspectorWidth: null,
      isListShown: true,
      isInspectorShown: true,
      order: 'newest',
      grouping: 'none',
    })
  })

  test('a storage that is full is no failure', () => {
    const full = {
      setItem: () => {
        throw new Error('quota')
      },
    }
    expect(() =>
      writeRemembered(full, {
        listWidth: 1,
        inspectorWidth: 1,
        isListShown: true,
        isInspectorShown: true,
        order: 'newest',
        grouping: 'none',
      }),
    ).not.toThrow()
  })
})
