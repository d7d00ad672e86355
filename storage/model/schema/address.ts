import { z } from 'zod'

/** An address that may stand behind a link: web or mail, nothing that runs or reads local files. */
export const linkAddressSchema = z
  .string()
  .max(2048)
  .refine((text) => readLinkAddress(text) === text, { error: 'not a web or mail address' })

const allowed = new Set(['http:', 'https:', 'mailto:'])

/** Returns the normalised web or mail address, or null when the text is not one. */
export function readLinkAddress(text: string): string | null {
  let url: URL
  try {
    url = new URL(text.trim())
  } catch {
    return null
  }
  return allowed.has(url.protocol) && url.href.length <= 2048 ? url.href : null
}
