import { GalleyError } from '../model/errors.ts'
import type { ImportWarning } from './imported-story.ts'

/** The longest text that is taken for one story, in UTF-16 units; the longest file is four times as many bytes. */
export const largest = 4_000_000

/** The refusal of a text that is no story any more. */
export function tooLarge(): GalleyError {
  return new GalleyError(
    'too_large',
    'This text is too long for one story. Nothing was added. Divide it, or check that it is the right file.',
  )
}

/**
 * Reads the bytes of a text file: UTF-8, UTF-16 with its mark, else an older code page, which is guessed and said.
 * Throws GalleyError `too_large`, or `invalid_input` for what is no text.
 */
export function readText(bytes: Uint8Array): { text: string; warnings: ImportWarning[] } {
  if (bytes.length > largest * 4) throw tooLarge()
  const encoding = utf16(bytes)
  if (encoding !== null) return { text: new TextDecoder(encoding).decode(bytes), warnings: [] }
  try {
    return { text: refuseBinary(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), warnings: [] }
  } catch (error) {
    if (error instanceof GalleyError) throw error
  }
  const page = codePage(bytes)
  const text = refuseBinary(new TextDecoder(page).decode(bytes))
  return {
    text,
    warnings: [
      {
        code: 'encoding_guessed',
        message: `The file does not say its encoding. It was read as ${page}: look at its letters before you go on.`,
      },
    ],
  }
}

function utf16(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** Text has line ends and tabs among its control characters and no others. */
function refuseBinary(text: string): string {
  const controls = [...text.slice(0, 5000)].filter((char) => char < ' ' && !'\n\r\t\f\v\u001b'.includes(char)).length
  if (controls > 0) {
    throw new GalleyError('invalid_input', 'This file is not text. Nothing was added.')
  }
  return text
}

/** Whole words of high bytes are Cyrillic; single ones among Latin letters are accents. */
function codePage(bytes: Uint8Array): string {
  let high = 0
  let pairs = 0
  bytes.forEach((byte, index) => {
    if (byte < 0xc0) return
    high += 1
    if ((bytes[index - 1] ?? 0) >= 0xc0) pairs += 1
  })
  return pairs > high / 2 ? 'windows-1251' : 'windows-1252'
}
