import { writeFileSync } from 'node:fs'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isTemporary, PlaceTaken, removeTemporaries, writeAtomically } from '../../../storage/files/atomic-write.ts'
import { FaultyFileSystem } from './faulty-file-system.ts'
import type { DiskCall } from './faulty-file-system.ts'
import { temporaryFolder } from './temporary-folder.ts'

const what = 'The story'
const bytes = (text: string): Uint8Array => Buffer.from(text)
const found = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null)

describe('writing a whole file', () => {
  it('replaces the file and keeps the one before', async () => {
    const folder = await temporaryFolder()
    const [path, previous] = [join(folder, 'story.json'), join(folder, 'story.prev.json')]
    const fs = new FaultyFileSystem()
    for (const text of ['first', 'second', 'third']) await writeAtomically(fs, path, bytes(text), { what, previous })
    expect([await found(path), await found(previous)]).toEqual(['third', 'second'])
    expect(await readdir(folder)).toHaveLength(2)
  })

  it('syncs the content before it takes the place, and the folder after', async () => {
    const folder = await temporaryFolder()
    const fs = new FaultyFileSystem()
    await writeAtomically(fs, join(folder, 'a.json'), bytes('a'), { what })
    const order = fs.calls.map(({ call }) => call).filter((call) => ['sync', 'rename', 'syncFolder'].includes(call))
    expect(order).toEqual(['sync', 'rename', 'syncFolder'])
  })

  const calls: DiskCall[] = ['open', 'write', 'sync', 'close', 'readFile', 'rename', 'syncFolder']
  const faults = calls.flatMap((call) => ['ENOSPC', 'EIO', 'EACCES', 'EMFILE'].map((errno) => ({ call, errno })))

  it.each(faults)('leaves the old content or the new when $call fails with $errno', async ({ call, errno }) => {
    const folder = await temporaryFolder()
    const [path, previous] = [join(folder, 'story.json'), join(folder, 'story.prev.json')]
    const fs = new FaultyFileSystem()
    await writeAtomically(fs, path, bytes('old'), { what, previous })
    fs.fault = (made) => (made === call ? errno : null)
    const verify = (): void => undefined
    const writing = writeAtomically(fs, path, bytes('new'), { what, previous, verify })
    await expect(writing).rejects.toMatchObject({ code: errno === 'ENOSPC' ? 'disk_full' : 'disk_refused' })
    expect(await found(path)).toBe(call === 'syncFolder' ? 'new' : 'old')
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('puts the old file back when only the second rename fails', async () => {
    const folder = await temporaryFolder()
    const [path, previous] = [join(folder, 'story.json'), join(folder, 'story.prev.json')]
    const fs = new FaultyFileSystem()
    await writeAtomically(fs, path, bytes('old'), { what, previous })
    let renames = 0
    fs.fault = (call) => (call === 'rename' && ++renames === 2 ? 'EIO' : null)
    await expect(writeAtomically(fs, path, bytes('new'), { what, previous })).rejects.toThrow(/saved/)
    expect(await found(path)).toBe('old')
  })

  it('replaces nothing with what does not read back', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'story.json')
    const fs = new FaultyFileSystem()
    await writeAtomically(fs, path, bytes('old'), { what })
    const verify = (written: Uint8Array): void => {
      expect(Buffer.from(written).toString()).toBe('new')
      throw new Error('not what was written')
    }
    await expect(writeAtomically(fs, path, bytes('new'), { what, verify })).rejects.toMatchObject({
      code: 'disk_refused',
    })
    expect(await found(path)).toBe('old')
  })

  it('removes what a crash left half-written, and nothing else', async () => {
    const folder = await temporaryFolder()
    const fs = new FaultyFileSystem()
    fs.fault = (call) => (call === 'rename' || call === 'unlink' ? 'EIO' : null)
    await expect(writeAtomically(fs, join(folder, 'a.json'), bytes('a'), { what })).rejects.toThrow()
    fs.fault = () => null
    await writeAtomically(fs, join(folder, 'b.tmp'), bytes('mine'), { what })
    expect(await readdir(folder)).toHaveLength(2)
    await removeTemporaries(fs, folder)
    expect(await readdir(folder)).toEqual(['b.tmp'])
  })
})

describe('a write that spares the files of others', () => {
  /** Writes while another program puts its file there between the two renames. */
  async function met(
    errno: string | null,
    isTaken = errno === null,
  ): Promise<{ outcome: unknown; path: string; previous: string }> {
    const folder = await temporaryFolder()
    const [path, previous] = [join(folder, 'a.json'), join(folder, 'a.prev.json')]
    await writeFile(path, 'old')
    const fs = new FaultyFileSystem()
    fs.fault = (call) => {
      if (call !== 'link') return null
      if (isTaken) writeFileSync(path, 'theirs')
      return errno
    }
    const outcome = await writeAtomically(fs, path, Buffer.from('new'), {
      what: 'It',
      previous,
      sparesOthers: true,
    }).then(
      () => null,
      (error: unknown) => error,
    )
    expect((await readdir(folder)).filter(isTemporary)).toEqual([])
    return { outcome, path, previous }
  }

  it('leaves theirs where it is and says so', async () => {
    const { outcome, path, previous } = await met(null)
    expect(outcome).toBeInstanceOf(PlaceTaken)
    expect([await readFile(path, 'utf8'), await readFile(previous, 'utf8')]).toEqual(['theirs', 'old'])
  })

  it('renames where the disk knows no second names', async () => {
    const { outcome, path, previous } = await met('EPERM')
    expect([outcome, await readFile(path, 'utf8'), await readFile(previous, 'utf8')]).toEqual([null, 'new', 'old'])
  })

  it('leaves theirs where the disk knows no second names as well', async () => {
    const { outcome, path, previous } = await met('EPERM', true)
    expect(outcome).toBeInstanceOf(PlaceTaken)
    expect([await readFile(path, 'utf8'), await readFile(previous, 'utf8')]).toEqual(['theirs', 'old'])
  })

  it('puts the old file back where the disk refuses the new one', async () => {
    const { outcome, path } = await met('ENOSPC')
    expect(outcome).toMatchObject({ code: 'disk_full' })
    expect(await readFile(path, 'utf8')).toBe('old')
  })

  it('puts the old file back over nothing of another program', async () => {
    const { outcome, path, previous } = await met('ENOSPC', true)
    expect(outcome).toMatchObject({ code: 'disk_full' })
    expect([await readFile(path, 'utf8'), await readFile(previous, 'utf8')]).toEqual(['theirs', 'old'])
  })
})
