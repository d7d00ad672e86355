import type { Metafile } from 'esbuild'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const packageFolder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//

/**
 * The licence texts of every package whose code or fonts a bundle holds, in one text to ship beside them.
 *
 * @param alsoShipped folders of packages that are shipped without being bundled
 * @throws Error naming the packages that state no licence
 */
export function licenceText(metafiles: Metafile[], alsoShipped: string[]): string {
  const folders = new Set(alsoShipped)
  for (const metafile of metafiles) {
    for (const input of Object.keys(metafile.inputs)) {
      const folder = packageFolder.exec(input)?.[1]
      if (folder) folders.add(folder)
    }
  }
  return [...folders]
    .sort()
    .map(licenceOf)
    .join(`\n${'='.repeat(80)}\n\n`)
}

function licenceOf(folder: string): string {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string
    version: string
    license?: string
  }
  const texts = readdirSync(resolve(folder))
    .filter((name) => /^(licen[cs]e|notice|copying|ofl)/i.test(name))
    .sort()
    .map((name) => join(folder, name))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8').trim())
  if (!about.license && texts.length === 0) throw new Error(`${about.name} states no licence.`)
  return `${about.name} ${about.version}: ${about.license ?? 'see below'}\n\n${texts.join('\n\n')}\n`
}
