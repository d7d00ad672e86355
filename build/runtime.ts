// Finds or makes the Electron that Galley runs on and prints it.
//   node build/run.mjs build/runtime.ts           a sentence for people
//   node build/run.mjs build/runtime.ts --print   only the folder, for ELECTRON_OVERRIDE_DIST_PATH
import { findRuntime } from './runtime/find.ts'

try {
  const runtime = await findRuntime((line) => {
    process.stderr.write(`${line}\n`)
  })
  if (process.argv.includes('--print')) console.log(runtime.dist)
  else console.log(`Electron ${runtime.version} (${runtime.source}) in ${runtime.dist}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
