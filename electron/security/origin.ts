import { readAddress } from './address.ts'

/** The one origin that Galley's own pages have. */
export const appOrigin = 'app://galley'

/** The page of a window. */
export const appPage = `${appOrigin}/index.html`

/**
 * True for an address of our own pages. Compared by its parsed parts: `app://galley.example/` and
 * `app://galley@elsewhere/` start with the same letters.
 */
export function isAppAddress(address: string): boolean {
  const url = readAddress(address)
  return url?.protocol === 'app:' && url.host === 'galley' && url.username === '' && url.password === ''
}
