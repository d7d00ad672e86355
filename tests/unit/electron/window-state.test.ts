import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { WindowStateFile, openingBounds } from '../../../electron/main/window-state.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1080 }
const left = { x: 100, y: 80, width: 1300, height: 800 }

describe('where a window opens', () => {
  test('at 1440 by 900 the first time', () => {
    expect(openingBounds(null, [screen])).toEqual({ width: 1440, height: 900 })
  })

  test('no larger than the screen, and no smaller than it can be used', () => {
    expect(openingBounds(null, [{ ...screen, width: 1280, height: 720 }])).toEqual({ width: 1280, height: 720 })
    expect(openingBounds(null, [{ ...screen, width: 800, height: 600 }])).toEqual({ width: 1024, height: 700 })
  })

  test('where it was left', () => {
    expect(openingBounds(left, [screen])).toEqual(left)
  })

  test('on a screen, when the one it was left on is gone', () => {
    expect(openingBounds({ ...left, x: 2500 }, [screen])).toEqual({ width: 1440, height: 900 })
    expect(openingBounds({ ...left, y: -900 }, [screen])).toEqual({ width: 1440, height: 900 })
    expect(openingBounds({ ...left, y: 1070 }, [screen])).toEqual({ width: 1440, height: 900 })
  })

  test('on a second screen at negative coordinates', () => {
    const bounds = { ...left, x: -1500 }
    expect(openingBounds(bounds, [screen, { ...screen, x: -1920 }])).toEqual(bounds)
  })
})

describe('how a window was left', () => {
  const file = (): string => join(mkdtempSync(join(tmpdir(), 'galley-window-')), 'window.json')

  test('is there for the next start', () => {
    const path = file()
    new WindowStateFile(path).keep({ bounds: left, maximised: true })
    expect(new WindowStateFile(path).state).toEqual({ bounds: left, maximised: true, story: null })
  })

  test('is unknown when the file is broken, missing or of another shape', () => {
    const path = file()
    const unknown = { bounds: null, maximised: false, story: null }
    expect(new WindowStateFile(path).state).toEqual(unknown)
    for (const content of ['{"bounds":', '[]', '{"bounds":{"x":0},"maximised":1,"story":""}']) {
      writeFileSync(path, content)
      expect(new WindowStateFile(path).state).toEqual(unknown)
    }
  })

  test('survives a folder that cannot be written to', () => {
    const state = new WindowStateFile('/nonexistent/folder/window.json')
    state.keep({ maximised: true })
    expect(state.state.maximised).toBe(true)
  })

  test('is written only when it changed', () => {
    const path = file()
    const state = new WindowStateFile(path)
    state.keep({ maximised: true })
    writeFileSync(path, 'untouched')
    state.keep({ maximised: true })
    expect(readFileSync(path, 'utf8')).toBe('untouched')
  })
})
