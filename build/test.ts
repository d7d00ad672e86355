// Everything that CI runs, in one command: `npm test`. Two lanes of about the same length run beside one another, as
// most windows are driven by one and most of the processor is used by the other. The last line sums the suites up.
import { mkdirSync, rmSync } from 'node:fs'
import { runLanes } from './stage.ts'
import type { Stage } from './stage.ts'
import { sumTallies } from './tally.ts'

const folder = '.cache/reports'
const crashRuns = '15'
const report = (suite: string): string => `${folder}/${suite}.json`
const script = (path: string, ...rest: string[]): string[] => [process.execPath, 'build/run.mjs', path, ...rest]

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const build: Stage = { name: 'build', command: script('build/bundle.ts'), reports: [] }

/** The specs that the lane of the other tests takes over, so that both lanes take about as long. */
const lent = ['accessibility', 'crash'].map((spec) => String.raw`\b${spec}\.spec`).join('|')
const endToEnd = (name: string, suite: string, ...which: string[]): Stage => ({
  name,
  command: script('build/e2e.ts', 'e2e', '--no-build', `--output=test-results/${suite}`, ...which),
  env: { GALLEY_REPORT: report(suite) },
  reports: [report(suite)],
})
const others: Stage[] = [
  { name: 'check', command: script('build/check.ts'), reports: [], patient: true },
  { name: 'types on Electron 33', command: script('build/checks/electron-33.ts'), reports: [], patient: true },
  {
    name: 'unit and property tests',
    command: [
      ...[process.execPath, 'node_modules/vitest/vitest.mjs', 'run', '--project', 'unit'],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report('unit')}`],
    ],
    reports: [report('unit')],
    patient: true,
  },
  {
    name: 'crash tests',
    command: script('build/e2e.ts', 'crash', '--no-build', '--runs', crashRuns),
    env: { GALLEY_REPORT: report('crash'), GALLEY_UNIT_REPORT: report('crash-on-disk') },
    reports: [report('crash'), report('crash-on-disk')],
  },
  endToEnd('end-to-end tests, lent', 'e2e-lent', '--grep', lent),
]

const built = await runLanes([[build]])
const results = [...built, ...(await runLanes([[endToEnd('end-to-end tests', 'e2e', '--grep-invert', lent)], others]))]

const total = sumTallies(results.map(({ tally }) => tally))
for (const { name, tally, seconds } of results) {
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''
  console.log(`${name}: ${tally.passed} passed, ${tally.failed} failed${skipped} (${seconds.toFixed(0)} s)`)
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
