import fc from 'fast-check'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppendFile } from '../../../storage/files/append-file.ts'
import { writeAtomically } from '../../../storage/files/atomic-write.ts'
import { readSummedJson, writeSummedJson } from '../../../storage/files/summed-json.ts'
import { FaultyFileSystem } from '../../unit/files/faulty-file-system.ts'

const someErrno = fc.constantFrom('ENOSPC', 'EIO', 'EACCES', 'EMFILE')

/** Fails every call from the nth on, `length` of them. */
function failing(fs: FaultyFileSystem, from: number, length: number, errno: string): void {
  let calls = 0
  fs.fault = () => {
    calls += 1
    return calls >= from && calls < from + length ? errno : null
  }
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-property-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const contentOf = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '')

describe('a file that is appended to on a failing disk', () => {
  it('begins with all that was acknowledged, in order, whatever fails when', async () => {
    const someBatches = fc.array(fc.array(fc.string({ maxLength: 30 }), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(
        someBatches,
        fc.nat(40),
        fc.integer({ min: 1, max: 6 }),
        someErrno,
        async (batches, from, length, errno) =>
          inFolder(async (folder) => {
            const path = join(folder, 'journal.ndjson')
            const fs = new FaultyFileSystem()
            failing(fs, from, length, errno)
            const file = new AppendFile(fs, path, 0, 'The story')
            let acknowledged = ''
            for (const batch of batches) {
              const lines = batch.map((text) => `${JSON.stringify(text)}\n`)
              const results = await Promise.allSettled(lines.map((line) => file.append(Buffer.from(line))))
              const taken = lines.filter((_, index) => results[index]?.status === 'fulfilled')
              // What waited behind a refused line is refused with it.
              expect(taken).toEqual(lines.slice(0, taken.length))
              acknowledged += taken.join('')
              expect((await contentOf(path)).startsWith(acknowledged)).toBe(true)
            }
            fs.fault = () => null
            await file.append(Buffer.from('"end"\n'))
            expect(await contentOf(path)).toBe(`${acknowledged}"end"\n`)
            await file.close()
          }),
      ),
      { numRuns: 80 },
    )
  })
})

describe('a file that is written whole on a failing disk', () => {
  it('holds what was acknowledged or something newer, itself or as the generation before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string(), { minLength: 1, maxLength: 6 }),
        fc.nat(40),
        fc.integer({ min: 1, max: 4 }),
        someErrno,
        async (texts, from, length, errno) =>
          inFolder(async (folder) => {
            const [path, previous] = [join(folder, 'a.json'), join(folder, 'a.prev.json')]
            const fs = new FaultyFileSystem()
            failing(fs, from, length, errno)
            // The last that was acknowledged, and what was refused since: a refused one may have taken the place already.
            let possible = ['']
            for (const [index, text] of texts.entries()) {
              const content = `${index} ${text}`
              const written = await writeAtomically(fs, path, Buffer.from(content), { what: 'It', previous }).then(
                () => true,
                () => false,
              )
              const now = (await contentOf(path)) || (await contentOf(previous))
              possible = written ? [content] : [...possible, content]
              expect(possible).toContain(now)
            }
          }),
      ),
      { numRuns: 80 },
    )
  })
})

describe('summed JSON', () => {
  const someObject = fc.dictionary(
    fc.string().filter((key) => key !== 'sum' && key !== '__proto__'),
    fc.jsonValue(),
  )
  const same = (json: unknown): unknown => json

  it('gives back what was written, in whatever layout', () => {
    fc.assert(
      fc.property(someObject, (data) => {
        const text = writeSummedJson(data)
        const plain: unknown = JSON.parse(JSON.stringify(data))
        expect(readSummedJson(text, same)).toEqual(plain)
        expect(readSummedJson(JSON.stringify(JSON.parse(text)), same)).toEqual(plain)
      }),
    )
  })

  it('never gives back anything else when a bit has changed', () => {
    fc.assert(
      fc.property(
        someObject,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.nat(7),
        (data, place, bit) => {
          const bytes = Buffer.from(writeSummedJson(data))
          const at = Math.floor(place * bytes.length)
          bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
          const plain: unknown = JSON.parse(JSON.stringify(data))
          let read: unknown = plain
          try {
            read = readSummedJson(bytes.toString('utf8'), same)
          } catch {
            // Found: that is what the sum is for.
          }
          // A changed `sum` key makes a file without one, which then has an entry too many.
          if (typeof read === 'object' && read !== null && Object.keys(read).length === Object.keys(data).length) {
            expect(read).toEqual(plain)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
