import fc from 'fast-check'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createWorkspace } from '../../../storage/library/open-workspace.ts'
import { english } from '../../fixtures/stories.ts'
import { countsOf, runMoveIn, storiesIn } from '../../unit/moving-in/moving.ts'

const words = 'Վերնաշատի զանգը կրկին հնչում է. Паром снова ходит. زنگ دوباره به صدا درآمد. The bell rings again.'

const name = fc.constantFrom('bell', 'two words', 'զանգ', 'زنگ', 'колокол', '🔔 bell', 'a.b', 'Ünïcode', '-dash', '%20')
const ending = fc.constantFrom('.txt', '.html', '.md', '.docx', '.json', '.bin', '', '.TXT', '.css')
const hiddenOrRubbish = fc.constantFrom('.hidden', 'Thumbs.db', '~$bell.docx', 'draft.txt~', '.git')

const content = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 5 }).map((n) => Buffer.from(`Headline ${n}\n\n${words}\n`)) },
  fc.string({ maxLength: 40 }).map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
  fc.constant(Buffer.alloc(0)),
  fc.constant(Buffer.alloc(300_000, 'word ')),
  fc.constant(Buffer.from(`\ufeffWith a mark\n\n${words}`)),
  fc.constant(Buffer.from(`\ufeff${words}`, 'utf16le')),
  fc.constant(Buffer.from([0xcf, 0xe0, 0xf0, 0xee, 0xec, 0x20, 0xf1, 0xed, 0xee, 0xe2, 0xe0, 0x0a])),
  fc.constant(Buffer.from(`<!doctype html><h1>A page</h1><p>${words}</p>`)),
  fc.constant(Buffer.from('PK\u0003\u0004 is no document')),
  fc.constant(Buffer.from('%PDF-1.7')),
)

const folders = fc.array(
  fc.record({
    folders: fc.array(name, { maxLength: 3 }),
    name: fc.oneof({ weight: 6, arbitrary: fc.tuple(name, ending).map((parts) => parts.join('')) }, hiddenOrRubbish),
    content,
    isLink: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  }),
  { maxLength: 14 },
)

describe('moving a folder in', () => {
  it(
    'accounts for every file, and brings nothing in twice, wherever it was stopped',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(folders, fc.integer({ min: 0, max: 12 }), async (files, stopAfter) => {
          const place = await mkdtemp(join(tmpdir(), 'galley-moving-'))
          try {
            const [root, source] = [join(place, 'desk'), join(place, 'archive')]
            await (await createWorkspace(root, { name: 'The desk', language: english })).close()
            await mkdir(source)
            for (const { folders, name, content, isLink } of files) {
              const path = join(source, ...folders, name)
              // A name that is a folder already stays one.
              await mkdir(dirname(path), { recursive: true }).catch(() => undefined)
              await (isLink ? symlink(source, path) : writeFile(path, content)).catch(() => undefined)
            }
            const first = await runMoveIn(root, [source], { stopAfter })
            const second = await runMoveIn(root, [source])
            const third = await runMoveIn(root, [source])

            expect(second.end).toMatchObject({ left: 0, failure: null })
            expect(first.moved.length + first.end.left).toBe(second.moved.length)
            expect(second.end.skipped).toEqual(first.end.skipped)
            // The beginning of the second run is what the first one did.
            for (const [index, { file, outcome }] of first.moved.entries()) {
              const again = outcome === 'refused' ? 'refused' : 'already'
              expect(second.moved[index]).toMatchObject({ file, outcome: again })
            }
            expect(countsOf(third)).toEqual({
              imported: 0,
              already: countsOf(second).imported + countsOf(second).already,
              refused: countsOf(second).refused,
            })
            expect(await storiesIn(root)).toBe(countsOf(first).imported + countsOf(second).imported)
          } finally {
            await rm(place, { recursive: true, force: true })
          }
        }),
        { numRuns: 25 },
      )
    },
  )
})
