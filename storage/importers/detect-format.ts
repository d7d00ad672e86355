import { GalleyError } from '../model/errors.ts'
import type { ImportFormat, ImportSource } from './import-source.ts'

/** Word documents are told by their first bytes: a text is none, whatever it is called. */
const byExtension: Readonly<Record<string, ImportFormat>> = {
  txt: 'text',
  text: 'text',
  htm: 'html',
  html: 'html',
  xhtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
}

/** How files begin that hold no text, and what to call them. */
const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0xff, 0xd8, 0xff], 'a photo'],
  [[0x89, 0x50, 0x4e, 0x47], 'an image'],
  [[0x47, 0x49, 0x46, 0x38], 'an image'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'a rich text file'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Word document'],
]

/** The format to read a source as: what the editor said, else what its name and its first bytes tell. */
export function detectFormat(source: ImportSource): ImportFormat {
  if (source.format !== undefined && source.format !== 'auto') return source.format
  if (source.bytes === null || source.bytes === undefined) {
    return hasText(source.html) ? 'html' : 'text'
  }
  const { bytes } = source
  for (const [signature, what] of signatures) {
    if (signature.every((byte, index) => bytes[index] === byte)) {
      throw new GalleyError(
        'unsupported_format',
        `This file is ${what} and holds no text to import. Nothing was added.`,
      )
    }
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'docx'
  const head = new TextDecoder().decode(bytes.subarray(0, 2000)).trimStart()
  if (/^<(?:!doctype\s+html|html|head|body|article|!--)/iu.test(head)) return 'html'
  const extension = /\.([a-z]+)$/iu.exec(source.name)?.[1]?.toLowerCase() ?? ''
  if (isJson(extension) && /^\ufeff?[[{]/u.test(head)) return formatOfJson(new TextDecoder().decode(bytes))
  return byExtension[extension] ?? 'text'
}

function isJson(extension: string): boolean {
  return extension === 'json' || extension === 'jsonld'
}

/** What a JSON file holds is told by the members that its format cannot do without. */
function formatOfJson(text: string): ImportFormat {
  const members = membersOf(text)
  if (members.has('record') && members.has('document') && members.has('format')) return 'galley'
  const named = members.has('standard') || members.has('$standard') || members.has('uri')
  if (named && !members.has('@context')) return 'ninjs'
  throw new GalleyError(
    'unsupported_format',
    'This JSON file is neither a story of Galley nor ninjs. Nothing was added.',
  )
}

function membersOf(text: string): ReadonlySet<string> {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/u, ''))
    return new Set(typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [])
  } catch (cause) {
    throw new GalleyError('invalid_input', 'This JSON file is damaged. Nothing was added.', { cause })
  }
}

function hasText(html: string | null | undefined): boolean {
  return html !== null && html !== undefined && html.trim() !== ''
}
