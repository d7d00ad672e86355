import type { PhotoType } from '../model/photo.ts'

/** What the first bytes of a file say it is: a photo we take, one we know but refuse, or null. */
export type Sniffed = PhotoType | 'image/svg+xml' | 'image/heic' | null

/** How each type is named on disk. */
export const photoExtensions: Readonly<Record<PhotoType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'image/tiff': 'tif',
}

const avifBrands = new Set(['avif', 'avis'])
const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'])

/** Judges a file by its first bytes; its name may lie. */
export function sniffPhoto(bytes: Uint8Array): Sniffed {
  const ascii = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png'
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'image/webp'
  if (/^GIF8[79]a$/.test(ascii(0, 6))) return 'image/gif'
  if (/^(?:II\*\0|MM\0\*)$/.test(ascii(0, 4))) return 'image/tiff'
  if (ascii(4, 8) === 'ftyp') return sniffBrand(ascii(8, 12), ascii(16, Math.min(boxSize(bytes), 128)))
  return looksLikeSvg(bytes) ? 'image/svg+xml' : null
}

function boxSize(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0)
}

/** `mif1` says only "HEIF"; the compatible brands say which codec is inside. */
function sniffBrand(major: string, compatible: string): Sniffed {
  const brands = [major, ...(compatible.match(/.{4}/gs) ?? [])]
  if (brands.some((brand) => avifBrands.has(brand))) return 'image/avif'
  return brands.some((brand) => heicBrands.has(brand)) ? 'image/heic' : null
}

function looksLikeSvg(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 2048))
  return /^\s*</.test(start) && /<svg[\s>]/i.test(start)
}
