// Builds dist/ with esbuild. `npm run build` builds everything, `npm run build -- cli` only what is named:
// host (main and utility processes), preload, renderer, cli.
import { build, type BuildOptions, type Metafile } from 'esbuild'
import { chmod, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { commandLine, host, preload, renderer } from './bundles.ts'
import { licenceText } from './licences.ts'

const parts: Record<string, { options: () => BuildOptions; folder: string; finish?: () => Promise<void> }> = {
  host: { options: host, folder: 'dist/electron' },
  preload: { options: preload, folder: 'dist/electron' },
  renderer: {
    options: renderer,
    folder: 'dist/renderer',
    finish: () => cp('renderer/app/index.html', 'dist/renderer/index.html'),
  },
  cli: { options: commandLine, folder: 'dist/cli', finish: () => chmod('dist/cli/galley.mjs', 0o755) },
}

const named = process.argv.slice(2)
const unknown = named.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`Nothing is called ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.`)
  process.exit(2)
}
const chosen = Object.entries(parts).filter(([name]) => named.length === 0 || named.includes(name))
const started = performance.now()

const metafiles = await Promise.all(
  chosen.map(async ([, part]): Promise<Metafile> => {
    const { metafile } = await build({ ...part.options(), metafile: true })
    await part.finish?.()
    return metafile
  }),
)
await mkdir('dist', { recursive: true })
await writeFile('dist/LICENCES.txt', licenceText(metafiles, ['node_modules/@img/sharp-wasm32']))
const written = new Set(metafiles.flatMap(({ outputs }) => Object.keys(outputs)))
if (named.length === 0) await removeStale(new Set([...written, 'dist/renderer/index.html', 'dist/LICENCES.txt']))

for (const metafile of metafiles) {
  for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
    if (/\.(mjs|cjs|js|css)$/.test(file)) console.log(`${file.padEnd(36)} ${(bytes / 1024).toFixed(0).padStart(5)} KB`)
  }
}
console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`)

/** Removes what an earlier build left; only now, so that a Galley that is running finds its files meanwhile. */
async function removeStale(current: Set<string>): Promise<void> {
  for (const entry of await readdir('dist', { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    if (entry.isFile() && !current.has(file)) await rm(file)
  }
}
