import { build } from 'esbuild'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, vi } from 'vitest'
import { commandLine } from '../../../build/bundles.ts'

const cache = join(import.meta.dirname, '../../../.cache')
let bundle = ''

/** Builds the command line as it is shipped, for the tests of one file. */
export function withCommandLine(): void {
  // Each test starts a handful of processes.
  vi.setConfig({ testTimeout: 120_000 })
  beforeAll(async () => {
    await mkdir(cache, { recursive: true })
    // Inside the project, where the bundle finds the image library as the packaged one does.
    const outdir = await mkdtemp(join(cache, 'cli-'))
    bundle = join(outdir, 'galley.mjs')
    await build({ ...commandLine(), outdir })
  }, 120_000)
  afterAll(() => rm(dirname(bundle), { recursive: true, force: true }))
}

export interface Run {
  readonly status: number
  readonly out: string
  readonly err: string
  /** What standard output holds, which must then be one JSON value. */
  readonly json: unknown
}

export interface RunOptions {
  readonly workspace?: string
  readonly input?: string | Uint8Array
  readonly env?: Record<string, string>
}

/** Runs `galley` with these words as a process of its own. */
export function galley(words: readonly string[], { workspace, input, env = {} }: RunOptions = {}): Promise<Run> {
  return new Promise((resolve) => {
    const { GALLEY_WORKSPACE: _mine, ...outer } = process.env
    const inner = { ...outer, ...(workspace === undefined ? {} : { GALLEY_WORKSPACE: workspace }), ...env }
    const child = execFile(process.execPath, [bundle, ...words], { env: inner }, (error, out, err) => {
      const status = error === null ? 0 : Number(error.code)
      resolve({ status, out, err, json: words.includes('--json') ? JSON.parse(out) : null })
    })
    child.stdin?.end(input ?? '')
  })
}
