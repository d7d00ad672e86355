import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createWorkspace } from '../../../storage/library/open-workspace.ts'
import { english } from '../../fixtures/stories.ts'
import { killed, startChild } from '../files/child.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'
import { countsOf, runMoveIn, storiesIn } from './moving.ts'

describe('an import that is killed', () => {
  it('loses nothing it told of, and goes on without doubles', { timeout: 60_000 }, async () => {
    const folder = await temporaryFolder()
    const [root, archive] = [join(folder, 'desk'), join(folder, 'archive')]
    await (await createWorkspace(root, { name: 'The desk', language: english })).close()
    await mkdir(archive)
    for (let number = 0; number < 150; number += 1) {
      await writeFile(join(archive, `${number}.txt`), `Story ${number}\n\nThe ferry bell was hung on Tuesday.\n`)
    }
    const told = new Set<string>()
    for (const life of [0, 30, 90]) {
      const child = startChild('tests/unit/moving-in/mover.ts', root, archive)
      let out = ''
      child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()))
      while (out === '' && child.exitCode === null) await wait(5)
      await wait(life)
      await killed(child)
      const lines = out.split('\n').slice(0, -1)
      // What came in before does not come in once more.
      expect(lines.filter((file) => told.has(file))).toEqual([])
      for (const file of lines) told.add(file)
    }
    expect(told.size).toBeGreaterThan(0)
    const rest = await runMoveIn(root, [archive])
    const again = new Set(rest.moved.flatMap(({ file, outcome }) => (outcome === 'already' ? [file] : [])))
    expect([...told].filter((file) => !again.has(file))).toEqual([])
    expect(countsOf(rest).imported + countsOf(rest).already).toBe(150)
    expect(await storiesIn(root)).toBe(150)
  })
})
