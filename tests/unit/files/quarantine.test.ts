import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem as fs } from '../../../storage/files/node-file-system.ts'
import { Quarantine } from '../../../storage/files/quarantine.ts'
import { FaultyFileSystem } from './faulty-file-system.ts'
import { temporaryFolder } from './temporary-folder.ts'

describe('the quarantine', () => {
  it('moves a file aside, byte for byte, with where it was and why', async () => {
    const root = await temporaryFolder()
    const path = join(root, 'galley.json')
    await writeFile(path, Buffer.from([0xff, 0, 1]))
    const moved = await new Quarantine(fs, root).move(path, 'It is no JSON.')
    expect([...(await readFile(moved))]).toEqual([0xff, 0, 1])
    await expect(readFile(path)).rejects.toThrow('ENOENT')
    const note: unknown = JSON.parse(await readFile(join(dirname(moved), 'reason.json'), 'utf8'))
    expect(note).toMatchObject({ file: 'galley.json', reason: 'It is no JSON.' })
  })

  it('keeps two files of one name apart, and leaves a copied one in place', async () => {
    const root = await temporaryFolder()
    const path = join(root, 'journal.ndjson')
    const quarantine = new Quarantine(fs, root)
    await writeFile(path, 'one')
    const first = await quarantine.copy(path, Buffer.from('one'), 'damaged')
    const second = await quarantine.copy(path, Buffer.from('two'), 'damaged again')
    expect(await Promise.all([path, first, second].map((file) => readFile(file, 'utf8')))).toEqual([
      'one',
      'one',
      'two',
    ])
  })

  it('leaves the file where it is when the disk refuses', async () => {
    const root = await temporaryFolder()
    const path = join(root, 'galley.json')
    await writeFile(path, 'damaged')
    const full = new FaultyFileSystem()
    full.fault = (call) => (call === 'write' ? 'ENOSPC' : null)
    await expect(new Quarantine(full, root).move(path, 'why')).rejects.toMatchObject({ code: 'disk_full' })
    expect(await readFile(path, 'utf8')).toBe('damaged')
  })
})
