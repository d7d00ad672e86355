import { describe, expect, it } from 'vitest'
import { defaultWorkspace } from '../../../storage/library/default-workspace.ts'

describe('the workspace when none is named', () => {
  const home = '/home/mara'
  it.each([
    ['linux', {}, '/home/mara/.local/share/galley'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/galley'],
    ['linux', { XDG_DATA_HOME: '' }, '/home/mara/.local/share/galley'],
    ['darwin', { XDG_DATA_HOME: '/data' }, '/home/mara/Library/Application Support/Galley'],
    ['linux', { GALLEY_WORKSPACE: '/desk', XDG_DATA_HOME: '/data' }, '/desk'],
    ['darwin', { GALLEY_WORKSPACE: '/desk' }, '/desk'],
  ] as const)('on %s with %j is %s', (platform, env, folder) => {
    expect(defaultWorkspace({ platform, env, home })).toBe(folder)
  })

  it('on Windows is in the roaming data', () => {
    expect(defaultWorkspace({ platform: 'win32', env: { APPDATA: 'R' }, home })).toMatch(/^R[\\/]Galley$/)
    expect(defaultWorkspace({ platform: 'win32', env: {}, home })).toMatch(/AppData[\\/]Roaming[\\/]Galley$/)
  })
})
