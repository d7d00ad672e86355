import { statSync } from 'node:fs'

/**
 * What tells one content of a file from another without reading it: size, both times and the number of the file; null when
 * there is none. Asked at once and not in turn: a hundred thousand files are asked in a second that way. For workers and
 * the command line; the host process must not wait like this.
 */
export function factsNow(path: string): string | null {
  const facts = statSync(path, { throwIfNoEntry: false })
  return facts === undefined ? null : `${facts.size} ${facts.mtimeMs} ${facts.ctimeMs} ${facts.ino}`
}
