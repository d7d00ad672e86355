import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fallbackFits, fallbackRuntime } from './fallback.ts'

/** An Electron to run Galley on: `dist` is what `ELECTRON_OVERRIDE_DIST_PATH` should name. */
export interface Runtime {
  dist: string
  executable: string
  version: string
  source: 'named' | 'official' | 'fallback'
}

const official = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
const probeTimeout = 4000

/**
 * Finds an Electron, or makes one. The order: the one that `ELECTRON_OVERRIDE_DIST_PATH` names, the official
 * binary when npm's package already holds it, the official one by download, and on Linux x64 the fallback.
 *
 * @throws Error with one plain sentence when nothing of this works
 */
export async function findRuntime(say: (line: string) => void): Promise<Runtime> {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (named) {
    const found = runtimeIn(resolve(named), 'named')
    if (!found) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${named}, which holds no Electron.`)
    return found
  }
  const present = officialRuntime()
  if (present) return present
  if (await officialReachable()) {
    say('Downloading the official Electron binary ...')
    spawnSync(process.execPath, [join(official, 'install.js')], { stdio: ['ignore', 'inherit', 'inherit'] })
    const downloaded = officialRuntime()
    if (downloaded) return downloaded
  }
  if (fallbackFits()) {
    const made = runtimeIn(await fallbackRuntime(say), 'fallback')
    if (made) return made
  }
  throw new Error(
    'The Electron binary is missing and its download cannot be reached. ' +
      'Connect to the internet and run `npx install-electron`, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
  )
}

function officialRuntime(): Runtime | undefined {
  return runtimeIn(join(official, 'dist'), 'official')
}

function runtimeIn(dist: string, source: Runtime['source']): Runtime | undefined {
  const executable = join(dist, executableName())
  if (!existsSync(executable)) return undefined
  const about = join(dist, 'version')
  const version = existsSync(about) ? readFileSync(about, 'utf8').trim().replace(/^v/, '') : 'unknown'
  return { dist, executable, version, source }
}

function executableName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

/** Asks the download's host first: behind many newsroom walls a download would hang for minutes. */
async function officialReachable(): Promise<boolean> {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror
  const address = mirror ?? 'https://github.com/electron/electron/releases/'
  try {
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(probeTimeout) })
    return answer.status < 500
  } catch {
    return false
  }
}
