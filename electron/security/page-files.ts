import { join } from 'node:path'

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
}

/** A file of the window's bundle and how to serve it. */
export interface PageFile {
  readonly path: string
  readonly type: string
}

/**
 * The file that an `app://` address names below `root`, or null. Every part of its path must be a plain name:
 * what could climb out (`..`, an encoded slash, a drive letter, a hidden file) is no name, so nothing is ever
 * joined and looked at afterwards.
 */
export function pageFile(root: string, pathname: string): PageFile | null {
  const parts = pathname.split('/').slice(1)
  if (parts.length === 0 || !parts.every((part) => /^[\w-][\w.-]*$/.test(part))) return null
  const type = types[parts.at(-1)?.split('.').at(-1) ?? '']
  return type === undefined ? null : { path: join(root, ...parts), type }
}
