// Builds Galley and drives it on a real Electron.
//   npm run test:e2e   -- [--no-build] [Playwright's arguments]
//   npm run test:crash -- [--no-build] [--runs N] [Playwright's arguments]
import { existsSync, readdirSync } from 'node:fs'
import { onDisplay } from './display.ts'
import { foreground, foregroundScript } from './foreground.ts'
import { findRuntime } from './runtime/find.ts'

const [project = 'e2e', ...given] = process.argv.slice(2)
const { rest, runs, build } = readArguments(given)

process.exitCode = await run()

async function run(): Promise<number> {
  if (build) {
    const code = await foregroundScript('build/bundle.ts')
    if (code !== 0) return code
  }
  const { dist } = await findRuntime((line) => process.stderr.write(`${line}\n`))
  const env = { ELECTRON_OVERRIDE_DIST_PATH: dist, ...(runs ? { GALLEY_CRASH_RUNS: runs } : {}) }
  // The crash project has a half without a window: what a killed writer leaves on the disk.
  const withoutWindow = project === 'crash' && holds('tests/crash', '.test.ts')
  const first = withoutWindow ? await foreground([...vitest(), '--project', 'crash'], env) : 0
  const withWindow = project !== 'crash' || holds('tests/crash', '.spec.ts')
  const second = withWindow ? await foreground(onDisplay([...playwright(), `--project=${project}`, ...rest]), env) : 0
  return first || second
}

function readArguments(words: string[]): { rest: string[]; runs: string | undefined; build: boolean } {
  const rest = words.filter((word) => word !== '--no-build')
  const at = rest.indexOf('--runs')
  const runs = at < 0 ? undefined : rest.splice(at, 2)[1]
  return { rest, runs, build: !words.includes('--no-build') }
}

function holds(folder: string, ending: string): boolean {
  return existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith(ending))
}

function vitest(): string[] {
  const report = process.env.GALLEY_UNIT_REPORT
  const reporters = report ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : []
  return [process.execPath, 'node_modules/vitest/vitest.mjs', 'run', ...reporters]
}

function playwright(): string[] {
  return [process.execPath, 'node_modules/@playwright/test/cli.js', 'test']
}
