import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildBareApplication } from './bare-applications.ts'
import type { Bench } from './bench.ts'
import { interleave } from './interleave.ts'
import { openElectron } from './open-electron.ts'
import { makeWorkspace } from './sample-workspace.ts'
import { storyOfWords } from './story-text.ts'

const rounds = 9
const galley = join(import.meta.dirname, '../..')

/** From starting the process until the editor takes keys, beside an Electron that opens an empty page. */
export const start: Bench = {
  name: 'start',
  about: 'from start to a usable editor, against a bare Electron window',
  needsWindow: true,
  measure: async (say) => {
    const folder = await mkdtemp(join(tmpdir(), 'galley-bench-start-'))
    try {
      const workspace = join(folder, 'workspace')
      const [story = ''] = await makeWorkspace(workspace, [storyOfWords(800)])
      const bare = await buildBareApplication(join(folder, 'bare'))
      say(`Starting each ${rounds} times, in turn ...`)
      const found = await interleave(rounds, 1, {
        galley: () => startOnce(galley, ['--workspace', workspace, '--story', story]),
        bare: () => startOnce(bare.folder, [bare.empty]),
      })
      return [
        {
          name: 'start to usable editor',
          unit: 'ms',
          samples: found.galley,
          baseline: { name: 'bare Electron window', samples: found.bare },
        },
      ]
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

/** One start, in milliseconds until the page set its `ready` mark. */
async function startOnce(folder: string, words: string[]): Promise<number[]> {
  const opened = await openElectron(folder, words)
  try {
    const ready = await opened.page.evaluate(() => {
      const [mark] = performance.getEntriesByName('ready')
      return mark === undefined ? undefined : performance.timeOrigin + mark.startTime
    })
    if (ready === undefined) throw new Error('The page became ready without setting its mark.')
    return [ready - opened.started]
  } finally {
    await opened.close()
  }
}
