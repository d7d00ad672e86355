import mammoth from 'mammoth'
import { fromBufferPromise } from 'yauzl'
import { GalleyError } from '../../model/errors.ts'
import type { LanguageTag } from '../../model/language.ts'
import { importHtml } from '../html/import-html.ts'
import type { ImportedStory } from '../imported-story.ts'
import { tooLarge } from '../read-text.ts'

/** What a document may claim to unpack to before it is taken for one that wants to fill the memory, in bytes. */
const largestUnpacked = 256 * 1024 ** 2
const mostParts = 10_000

/**
 * Makes a story of a Word document: its words, headings, lists, links and emphasis. Photos are left out, their descriptions
 * stay. Throws GalleyError `unsupported_format` for another kind of archive, `invalid_input`, `too_large`.
 */
export async function importDocx(bytes: Uint8Array, language: LanguageTag | null): Promise<ImportedStory> {
  await mustBeDocument(bytes)
  const html = await htmlOf(bytes)
  const story = importHtml(html.page, language)
  if (html.images === 0) return story
  const left = {
    code: 'images_left_out',
    message: `The photos in the document were left out: ${html.images}. Add them to the story from their files.`,
  }
  return { ...story, warnings: [left, ...story.warnings] }
}

async function htmlOf(bytes: Uint8Array): Promise<{ page: string; images: number }> {
  let images = 0
  const convertImage = mammoth.images.imgElement(() => {
    images += 1
    return Promise.resolve({ src: '' })
  })
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const { value } = await mammoth.convertToHtml(
      { buffer },
      { convertImage, styleMap: ["p[style-name='Title'] => h1"] },
    )
    return { page: value, images }
  } catch (cause) {
    throw damaged(cause)
  }
}

/** Looks at what the archive lists, before anything in it is unpacked. */
async function mustBeDocument(bytes: Uint8Array): Promise<void> {
  const names = new Set<string>()
  let total = 0
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    for await (const entry of zip.eachEntry()) {
      names.add(entry.fileName)
      total += entry.uncompressedSize
      if (names.size > mostParts || total > largestUnpacked) throw tooLarge()
    }
  } catch (cause) {
    if (cause instanceof GalleyError) throw cause
    throw damaged(cause)
  }
  if (!names.has('[Content_Types].xml') || !names.has('word/document.xml')) {
    throw new GalleyError(
      'unsupported_format',
      'This file is an archive and no Word document. Nothing was added. Unpack it, and import what is in it.',
    )
  }
}

function damaged(cause: unknown): GalleyError {
  return new GalleyError(
    'invalid_input',
    'This Word document is damaged and could not be read. Nothing was added. Open it in Word and save it again.',
    { cause },
  )
}
