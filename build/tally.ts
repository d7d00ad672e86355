import { existsSync, readFileSync } from 'node:fs'

/** What one suite of tests ended with. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}

/** Reads the JSON report of Vitest or Playwright. */
export function readTally(file: string): Tally {
  const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport | PlaywrightReport
  if ('stats' in report) {
    const { expected, unexpected, flaky, skipped } = report.stats
    return { passed: expected + flaky, failed: unexpected, skipped }
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * What a stage ended with, from its exit code and the reports that it left. One that failed without a failing
 * test (a type error, a file that does not load, a runner that fell over) counts as one failure.
 */
export function tallyStage(code: number, reports: string[]): Tally {
  const tally = sumTallies(reports.filter((file) => existsSync(file)).map(readTally))
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

/** Adds suites up. */
export function sumTallies(tallies: Tally[]): Tally {
  return tallies.reduce(
    (sum, each) => ({
      passed: sum.passed + each.passed,
      failed: sum.failed + each.failed,
      skipped: sum.skipped + each.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}
