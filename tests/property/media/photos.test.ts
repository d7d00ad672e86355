import fc from 'fast-check'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../storage/files/node-file-system.ts'
import { readDescription } from '../../../storage/media/description.ts'
import { embedXmp } from '../../../storage/media/jpeg.ts'
import { addPhoto } from '../../../storage/media/photos.ts'
import { sniffPhoto } from '../../../storage/media/sniff.ts'
import { writeXmp } from '../../../storage/media/xmp.ts'
import { isGalleyError } from '../../../storage/model/errors.ts'
import { photoDescriptionSchema } from '../../../storage/model/photo.ts'
import { emptyRoot } from '../../unit/media/store.ts'

const corpus = join(import.meta.dirname, '../../fixtures/photos')
const names = ['xmp.jpg', 'iim-utf8.jpg', 'exif.jpg', 'clear.png', 'scene.webp', 'scene.gif', 'scene.tif', 'scene.avif']
const files = new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(corpus, name))] as const)))

/** A photo of the corpus with some bytes changed and its end perhaps cut off. */
const damaged = fc
  .record({
    name: fc.constantFrom(...names),
    changes: fc.array(fc.tuple(fc.nat(6000), fc.nat(255)), { maxLength: 8 }),
    keep: fc.option(fc.nat(6000)),
  })
  .map(({ name, changes, keep }) => {
    const bytes = Uint8Array.from(files.get(name) ?? [])
    for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value
    return keep === null ? bytes : bytes.subarray(0, keep % (bytes.length + 1))
  })

describe('any file', () => {
  it('is described or not, but never breaks the reader', () => {
    fc.assert(
      fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 400 })), (bytes) => {
        sniffPhoto(bytes)
        expect(photoDescriptionSchema.safeParse(readDescription(bytes)).success).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('is stored whole or refused with nothing left', async () => {
    const root = await emptyRoot()
    await fc.assert(
      fc.asyncProperty(damaged, async (bytes) => {
        const before = await readdir(root, { recursive: true })
        try {
          const photo = await addPhoto(root, 'x.jpg', bytes, { files: nodeFileSystem })
          expect(photo.bytes).toBe(bytes.length)
        } catch (error) {
          if (!isGalleyError(error)) throw error
          expect(['not_an_image', 'unsupported_format', 'too_large']).toContain(error.code)
          expect(await readdir(root, { recursive: true })).toEqual(before)
        }
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})

describe('what is embedded', () => {
  const text = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom(
        '"',
        "'",
        '<b>',
        '&amp;',
        '&',
        ']]>',
        '«ё»',
        '՝ ։',
        'فارسی\u200c',
        '🎉',
        'e\u0301',
        '!\u2028!',
        '!\u2029!',
      ),
    ),
    { maxLength: 8 },
  )
  it('is read back as it was written', () => {
    const jpeg = files.get('exif.jpg') ?? new Uint8Array()
    const line = text.map((parts) => parts.join('').trim())
    const texts = fc.record({
      caption: line,
      alt: line,
      credit: line,
      creator: line,
      copyright: line,
      source: line,
      usageTerms: line,
    })
    fc.assert(
      fc.property(texts, fc.option(fc.constantFrom('hy', 'en-GB')), (about, language) => {
        // An empty field falls back to what the file says elsewhere, as it does for every photo.
        const read = readDescription(embedXmp(jpeg, writeXmp({ ...about, language })))
        for (const [name, written] of Object.entries(about)) {
          if (written !== '') expect(read).toHaveProperty(name, written)
        }
      }),
    )
  })
})
