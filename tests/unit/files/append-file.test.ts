import { readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppendFile } from '../../../storage/files/append-file.ts'
import { FaultyFileSystem } from './faulty-file-system.ts'
import { temporaryFolder } from './temporary-folder.ts'

const line = (text: string): Uint8Array => Buffer.from(`${text}\n`)

async function journalFile(): Promise<{ fs: FaultyFileSystem; path: string; file: AppendFile }> {
  const path = join(await temporaryFolder(), 'journal.ndjson')
  const fs = new FaultyFileSystem()
  return { fs, path, file: new AppendFile(fs, path, 0, 'The story') }
}

describe('appending durably', () => {
  it('is on disk, in order, when it resolves', async () => {
    const { path, file } = await journalFile()
    await file.append(line('Քանի՞'))
    expect(await readFile(path, 'utf8')).toBe('Քանի՞\n')
    await file.append(line('two'))
    expect(await readFile(path, 'utf8')).toBe('Քանի՞\ntwo\n')
    await file.close()
  })

  it('shares syncs between appends that come together', async () => {
    const { fs, path, file } = await journalFile()
    const texts = Array.from({ length: 100 }, (_, index) => String(index))
    await Promise.all(texts.map((text) => file.append(line(text))))
    expect(fs.count('datasync')).toBeLessThanOrEqual(2)
    expect(await readFile(path, 'utf8')).toBe(`${texts.join('\n')}\n`)
    await file.close()
  })

  it('syncs each append that comes alone', async () => {
    const { fs, file } = await journalFile()
    for (const text of ['a', 'b', 'c']) await file.append(line(text))
    expect(fs.count('datasync')).toBe(3)
    await file.close()
  })

  it.each(['open', 'write', 'datasync', 'syncFolder'] as const)(
    'holds nothing that %s refused, and goes on after',
    async (call) => {
      const { fs, path, file } = await journalFile()
      fs.fault = (made) => (made === call ? 'ENOSPC' : null)
      const refused = await Promise.allSettled([file.append(line('lost')), file.append(line('behind'))])
      expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
      fs.fault = () => null
      await file.append(line('kept'))
      expect(await readFile(path, 'utf8')).toBe('kept\n')
      await file.close()
    },
  )

  it('takes back a torn write later when the disk refuses even that', async () => {
    const { fs, path, file } = await journalFile()
    await file.append(line('kept'))
    fs.fault = (call) => (call === 'write' || call === 'truncate' ? 'EIO' : null)
    await expect(file.append(line('half of this'))).rejects.toMatchObject({ code: 'disk_refused' })
    await expect(file.append(line('nor this'))).rejects.toMatchObject({ code: 'disk_refused' })
    fs.fault = () => null
    await file.append(line('next'))
    expect(await readFile(path, 'utf8')).toBe('kept\nnext\n')
    await file.close()
  })

  it('cuts off what lies behind the good part before it appends', async () => {
    const { fs, path } = await journalFile()
    await writeFile(path, 'good\ntorn li')
    const file = new AppendFile(fs, path, 5, 'The story')
    await file.append(line('next'))
    expect(await readFile(path, 'utf8')).toBe('good\nnext\n')
    await file.close()
  })

  it('refuses to append behind a hole', async () => {
    const { fs, path } = await journalFile()
    await writeFile(path, 'short')
    const file = new AppendFile(fs, path, 50, 'The story')
    await expect(file.append(line('next'))).rejects.toMatchObject({ code: 'disk_refused' })
  })

  it.each(['the file', 'its folder'])('acknowledges nothing once %s was deleted', async (gone) => {
    const { path, file } = await journalFile()
    await file.append(line('kept'))
    await rm(gone === 'the file' ? path : dirname(path), { recursive: true })
    for (const text of ['lost', 'lost too']) {
      await expect(file.append(line(text))).rejects.toMatchObject({ code: 'disk_refused' })
    }
    await file.close()
  })

  it('replaces its content between appends', async () => {
    const { path, file } = await journalFile()
    const before = file.append(line('before'))
    const replaced = file.replace((bytes) => {
      const text = Buffer.from(bytes).toString()
      expect(text).toMatch(/^before\n/)
      return Buffer.from(text.replace('before', 'instead'))
    })
    const after = file.append(line('after'))
    await Promise.all([before, replaced, after])
    expect(await readFile(path, 'utf8')).toBe('instead\nafter\n')
    await file.close()
  })

  it('keeps its content when the replacement is refused', async () => {
    const { fs, path, file } = await journalFile()
    await file.append(line('before'))
    fs.fault = (call) => (call === 'rename' ? 'EIO' : null)
    await expect(file.replace(() => line('instead'))).rejects.toMatchObject({ code: 'disk_refused' })
    fs.fault = () => null
    await file.append(line('after'))
    expect(await readFile(path, 'utf8')).toBe('before\nafter\n')
    await file.close()
  })
})
