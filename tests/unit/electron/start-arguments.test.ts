import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readStartArguments } from '../../../electron/main/arguments.ts'
import { profileName } from '../../../electron/main/profile.ts'

const story = '0199f000-0000-7000-8000-000000000001'

test.each([
  [['--workspace', '/archive'], '/archive'],
  [['--workspace=/archive'], '/archive'],
  [['--inspect=0', '.', '--workspace', 'archive', '--lang=hy'], '/home/ed/archive'],
  [['--workspace', ''], null],
  [['--workspace'], null],
  [['/archive'], null],
  [[], null],
])('%j names the workspace %j', (words, workspace) => {
  expect(readStartArguments(words, '/home/ed').workspace).toBe(workspace)
})

test('a story is named by its id, and anything else is passed over', () => {
  expect(readStartArguments(['--story', story], '/').story).toBe(story)
  expect(readStartArguments([`--story=${story}`], '/').story).toBe(story)
  expect(readStartArguments(['--story', '../../etc'], '/').story).toBeNull()
})

test('a workspace has one profile, by whatever path it is reached, before and after it is made', () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-profile-name-'))
  symlinkSync(folder, `${folder}-link`)
  const before = profileName(join(`${folder}-link`, 'archive'))
  mkdirSync(join(folder, 'archive'))
  expect(profileName(join(folder, 'archive'))).toBe(before)
  expect(profileName(join(`${folder}-link`, 'archive'))).toBe(before)
  expect(profileName(folder)).not.toBe(before)
})
