// Builds dist/ with esbuild. `npm run build` builds everything, `npm run build -- cli` only what is named:
// host (main and utility processes), preload, renderer, cli.
import { build, type BuildOptions, type Metafile } from 'esbuild'
import { chmod, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { commandLine, host, preload, renderer } from './bundles.ts'
import { licenceText } from './licences.ts'

interface Part {
  options: () => BuildOptions
  /** What is left to do beside the bundle. */
  finish?: () => Promise<void>
}

const parts: Record<string, Part> = {
  host: { options: host },
  preload: { options: preload },
  renderer: {
    options: renderer,
    finish: () => cp('renderer/app/index.html', 'dist/renderer/index.html'),
  },
  cli: { options: commandLine, finish: () => chmod('dist/cli/galley.mjs', 0o755) },
}

/** The packages that are shipped beside the bundles: their binaries must be files of their own. */
const unbundled = ['@img/sharp-wasm32', 'libsql', '@neon-rs/load', 'libsql/node_modules/detect-libc'].map(
  (name) => `node_modules/${name}`,
)

const named = process.argv.slice(2)
const unknown = named.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`Nothing is called ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.`)
  process.exit(2)
}
const chosen = Object.entries(parts).filter(([name]) => named.length === 0 || named.includes(name))
const started = performance.now()

// esbuild has told what is wrong by the time it rejects; only the exit code is left to say.
const built = await Promise.all(chosen.map(([, part]) => bundle(part).catch(() => undefined)))
const metafiles = built.filter((metafile) => metafile !== undefined)
if (metafiles.length < chosen.length) process.exit(1)

await mkdir('dist', { recursive: true })
await writeFile('dist/LICENCES.txt', licenceText(metafiles, unbundled))
const written = new Set(metafiles.flatMap(({ outputs }) => Object.keys(outputs)))
if (named.length === 0) await removeStale(new Set([...written, 'dist/renderer/index.html', 'dist/LICENCES.txt']))

for (const metafile of metafiles) {
  for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
    if (/\.(mjs|cjs|js|css)$/.test(file)) console.log(`${file.padEnd(36)} ${(bytes / 1024).toFixed(0).padStart(5)} KB`)
  }
}
console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`)

async function bundle({ options, finish }: Part): Promise<Metafile> {
  const { metafile } = await build({ ...options(), metafile: true })
  await finish?.()
  return metafile
}

/** Removes what an earlier build left; only now, so that a Galley that is running finds its files meanwhile. */
async function removeStale(current: Set<string>): Promise<void> {
  for (const entry of await readdir('dist', { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    if (entry.isFile() && !current.has(file)) await rm(file)
  }
}
