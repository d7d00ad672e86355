// Builds dist/ with esbuild. `npm run build` builds everything, `npm run build -- cli` only what is named:
// host (main and utility processes), preload, renderer, cli.
import { build, type BuildOptions, type Metafile } from 'esbuild'
import { chmod, cp, mkdir, rm, writeFile } from 'node:fs/promises'
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
if (named.length === 0) await rm('dist', { recursive: true, force: true })

const metafiles = await Promise.all(
  chosen.map(async ([, part]): Promise<Metafile> => {
    const { metafile } = await build({ ...part.options(), metafile: true })
    await part.finish?.()
    return metafile
  }),
)
await mkdir('dist', { recursive: true })
await writeFile('dist/LICENCES.txt', licenceText(metafiles, ['node_modules/@img/sharp-wasm32']))

for (const metafile of metafiles) {
  for (const [file, output] of Object.entries(metafile.outputs)) {
    if (/\.(mjs|cjs|js|css)$/.test(file)) console.log(`${file.padEnd(40)} ${(output.bytes / 1024).toFixed(0)} KB`)
  }
}
console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
