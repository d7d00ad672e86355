// Everything that CI runs, in one command: `npm test`. Every stage runs even after one failed, so that one run
// tells all; the last line sums the suites up.
import { mkdirSync, rmSync } from 'node:fs'
import { foreground, foregroundScript } from './foreground.ts'
import { sumTallies, tallyStage } from './tally.ts'
import type { Tally } from './tally.ts'

const folder = '.cache/reports'
const crashRuns = '15'
const results: { name: string; tally: Tally; seconds: number }[] = []

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

await stage('check', [], () => foregroundScript('build/check.ts'))
await stage('types on Electron 33', [], () => foregroundScript('build/checks/electron-33.ts'))
await stage('unit and property tests', ['unit'], ([report]) =>
  foreground([
    ...[process.execPath, 'node_modules/vitest/vitest.mjs', 'run', '--project', 'unit'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ]),
)
await stage('build', [], () => foregroundScript('build/bundle.ts'))
await stage('end-to-end tests', ['e2e'], ([report = '']) =>
  foregroundScript('build/e2e.ts', ['e2e', '--no-build'], { GALLEY_REPORT: report }),
)
await stage('crash tests', ['crash', 'crash-on-disk'], ([report = '', onDisk = '']) =>
  foregroundScript('build/e2e.ts', ['crash', '--no-build', '--runs', crashRuns], {
    GALLEY_REPORT: report,
    GALLEY_UNIT_REPORT: onDisk,
  }),
)

const total = sumTallies(results.map(({ tally }) => tally))
console.log('')
for (const { name, tally, seconds } of results) {
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''
  console.log(`${name}: ${tally.passed} passed, ${tally.failed} failed${skipped} (${seconds.toFixed(0)} s)`)
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

async function stage(name: string, suites: string[], run: (reports: string[]) => Promise<number>): Promise<void> {
  console.log(`\n== ${name}`)
  const started = performance.now()
  const reports = suites.map((suite) => `${folder}/${suite}.json`)
  const code = await run(reports).catch((error: unknown) => {
    console.error(error)
    return 1
  })
  results.push({ name, tally: tallyStage(code, reports), seconds: (performance.now() - started) / 1000 })
}
