import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sumTallies, tallyStage } from '../../../build/tally.ts'

const vitestReport = { numPassedTests: 12, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }
const playwrightReport = { stats: { expected: 7, unexpected: 2, flaky: 1, skipped: 3 } }

let folder = ''
const report = async (name: string, content: unknown): Promise<string> => {
  const file = join(folder, name)
  await writeFile(file, JSON.stringify(content))
  return file
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tally-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the sum of the suites', () => {
  it('reads what Vitest and Playwright report', async () => {
    const unit = await report('unit.json', vitestReport)
    const e2e = await report('e2e.json', playwrightReport)
    expect(tallyStage(1, [unit])).toEqual({ passed: 12, failed: 1, skipped: 3 })
    expect(tallyStage(1, [unit, e2e])).toEqual({ passed: 20, failed: 3, skipped: 6 })
  })

  it('counts a stage that failed without a failing test as one failure', async () => {
    const clean = await report('clean.json', { ...vitestReport, numFailedTests: 0 })
    expect(tallyStage(1, [clean])).toMatchObject({ passed: 12, failed: 1 })
    expect(tallyStage(1, [join(folder, 'never-written.json')])).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(tallyStage(1, [])).toMatchObject({ failed: 1 })
  })

  it('adds up', () => {
    const one = { passed: 1, failed: 0, skipped: 0 }
    expect(sumTallies([one, { passed: 2, failed: 3, skipped: 4 }])).toEqual({ passed: 3, failed: 3, skipped: 4 })
    expect(sumTallies([])).toEqual({ passed: 0, failed: 0, skipped: 0 })
  })
})
