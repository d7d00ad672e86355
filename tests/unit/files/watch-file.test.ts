import { appendFile, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { watchFile } from '../../../storage/files/watch-file.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('a file is watched through changes in place, renames over it, and its folder being replaced', async () => {
  const folder = join(await temporaryFolder(), 'story')
  const file = join(folder, 'story.json')
  await mkdir(folder)
  await writeFile(file, 'a')
  const changed = vi.fn()
  const stop = watchFile(file, changed)
  const acts = [
    () => appendFile(file, 'b'),
    async () => {
      await writeFile(`${file}.new`, 'c')
      await rename(`${file}.new`, file)
    },
    () => rm(file),
    () => writeFile(file, 'd'),
    () => rename(folder, `${folder}.away`),
  ]
  for (const act of acts) {
    changed.mockClear()
    await act()
    await expect.poll(() => changed.mock.calls.length).toBeGreaterThan(0)
  }
  stop()
})

test('files beside it are none of its business, and nothing is called after the end', async () => {
  const folder = await temporaryFolder()
  const file = join(folder, 'story.json')
  await writeFile(file, 'a')
  const changed = vi.fn()
  const stop = watchFile(file, changed)
  await appendFile(join(folder, 'journal.ndjson'), 'x')
  // The file that was written later is heard of later.
  const other = vi.fn()
  const stopOther = watchFile(join(folder, 'other.json'), other)
  await writeFile(join(folder, 'other.json'), 'b')
  await expect.poll(() => other.mock.calls.length).toBe(1)
  expect(changed).not.toHaveBeenCalled()
  await appendFile(file, 'b')
  stop()
  await writeFile(join(folder, 'other.json'), 'c')
  await expect.poll(() => other.mock.calls.length).toBe(2)
  expect(changed).not.toHaveBeenCalled()
  stopOther()
})

test('a place that cannot be watched is no failure', () => {
  const stop = watchFile('/nowhere/at/all/story.json', vi.fn())
  stop()
})
