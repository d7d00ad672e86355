import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { reportTo } from '../../../electron/main/log.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'

test('the log keeps within bounds, with the one before beside it, and no line is lost', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const file = join(await temporaryFolder(), 'galley.log')
  const before = `${'x'.repeat(1024 * 1024 - 5)}\n`
  await writeFile(file, before)
  const report = reportTo(file)
  for (const what of ['one', 'two', 'three']) report(what, 'trouble')
  await expect
    .poll(() => readFile(file, 'utf8').catch(() => ''))
    .toMatch(/ one string\n.* two string\n.* three string\n$/)
  expect((await stat(file)).size).toBeLessThan(1000)
  expect(await readFile(`${file}.1`, 'utf8')).toBe(before)
  vi.restoreAllMocks()
})
