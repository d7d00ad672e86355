// Runs a TypeScript file of ours with plain Node: `node build/run.mjs build/runtime.ts --print`.
// Node 20 cannot strip types, so a load hook lets esbuild do it, file by file; nothing is written to disk.
import { register } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [, , script, ...rest] = process.argv
if (!script) {
  console.error('Name the TypeScript file to run: node build/run.mjs <file.ts> [arguments]')
  process.exit(2)
}

process.setSourceMapsEnabled(true)
register('./typescript-hook.mjs', import.meta.url)
const file = resolve(script)
process.argv = [process.argv[0] ?? process.execPath, file, ...rest]
await import(pathToFileURL(file).href)
