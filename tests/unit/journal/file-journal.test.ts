import { entryFormat } from '../../../storage/journal/entry.ts'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../storage/files/node-file-system.ts'
import { Quarantine } from '../../../storage/files/quarantine.ts'
import { openFileJournal, readJournalFile } from '../../../storage/journal/file-journal.ts'
import type { OpenedFileJournal } from '../../../storage/journal/file-journal.ts'
import { writeLine } from '../../../storage/journal/lines.ts'
import { FaultyFileSystem } from '../files/faulty-file-system.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'
import { describeJournal } from './describe-journal.ts'
import { recordEntry } from './entries.ts'

describeJournal('a file', async () => {
  const root = await temporaryFolder()
  const fs = new FaultyFileSystem()
  return {
    open: async () => (await openFileJournal(fs, join(root, 'journal.ndjson'), new Quarantine(fs, root))).journal,
    refuse: () => {
      fs.fault = (call) => (['write', 'sync', 'datasync', 'rename'].includes(call) ? 'ENOSPC' : null)
      return () => (fs.fault = () => null)
    },
    spoil: async () => {
      const bytes = await readFile(join(root, 'journal.ndjson'))
      bytes[bytes.length - 10] = 0
      await writeFile(join(root, 'journal.ndjson'), bytes)
    },
  }
})

const open = (root: string): Promise<OpenedFileJournal> =>
  openFileJournal(nodeFileSystem, join(root, 'journal.ndjson'), new Quarantine(nodeFileSystem, root))
const lines = (...sequences: number[]): Buffer =>
  Buffer.concat(sequences.map((sequence) => writeLine(recordEntry(sequence))))

describe('a journal file', () => {
  it('is a readable JSON value a line', async () => {
    const root = await temporaryFolder()
    const { journal } = await open(root)
    await journal.append(recordEntry(1))
    await journal.append(recordEntry(2))
    await journal.close()
    const text = await readFile(join(root, 'journal.ndjson'), 'utf8')
    const values = text
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect(values).toEqual(
      [1, 2].map((sequence) => ({ sum: expect.any(String) as string, entry: recordEntry(sequence) })),
    )
  })

  it('goes on behind a torn line, without keeping the shred', async () => {
    const root = await temporaryFolder()
    const whole = lines(1, 2)
    await writeFile(join(root, 'journal.ndjson'), Buffer.concat([whole, lines(3).subarray(0, 40)]))
    const { journal, quarantined } = await open(root)
    expect(quarantined).toBeNull()
    expect(await journal.read()).toMatchObject({ entries: [recordEntry(1), recordEntry(2)], damage: null })
    await journal.append(recordEntry(3))
    await journal.close()
    expect(await readFile(join(root, 'journal.ndjson'))).toEqual(lines(1, 2, 3))
    expect(await readdir(root)).toEqual(['journal.ndjson'])
  })

  it('keeps a copy of a file that was damaged in the middle, and says so', async () => {
    const root = await temporaryFolder()
    const damaged = lines(1, 2, 3)
    damaged[lines(1).length + 60] = 0
    await writeFile(join(root, 'journal.ndjson'), damaged)
    expect((await readJournalFile(nodeFileSystem, join(root, 'journal.ndjson'))).damage).toMatch(/damaged/)
    const { journal, quarantined } = await open(root)
    expect(await readFile(quarantined ?? '')).toEqual(damaged)
    const reading = await journal.read()
    expect(reading.entries).toEqual([recordEntry(1)])
    expect(reading.damage).toMatch(/damaged/)
    await journal.append(recordEntry(2))
    await journal.close()
    expect(await readFile(join(root, 'journal.ndjson'))).toEqual(lines(1, 2))
  })

  it('is refused, not cut, when a newer Galley wrote in it', async () => {
    const root = await temporaryFolder()
    const later: unknown = { ...recordEntry(2), format: entryFormat + 1, kind: 'choir', verses: [] }
    const file = Buffer.concat([lines(1), writeLine(later as ReturnType<typeof recordEntry>)])
    await writeFile(join(root, 'journal.ndjson'), file)
    await expect(open(root)).rejects.toMatchObject({ code: 'newer_format' })
    expect(await readFile(join(root, 'journal.ndjson'))).toEqual(file)
  })

  it('costs one write and one sync an entry', async () => {
    const root = await temporaryFolder()
    const fs = new FaultyFileSystem()
    const { journal } = await openFileJournal(fs, join(root, 'journal.ndjson'), new Quarantine(fs, root))
    await journal.append(recordEntry(1))
    fs.calls.length = 0
    await journal.append(recordEntry(2))
    expect(fs.calls.map(({ call }) => call)).toEqual(['write', 'datasync', 'hasName', 'stat'])
    await journal.close()
  })
})
