/** The parsed address, or null when it is none. */
export function readAddress(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}
