import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildBareApplication } from './bare-applications.ts'
import type { Bench } from './bench.ts'
import type { Measurement } from './figure.ts'
import { interleave } from './interleave.ts'
import { placeCaret, typeKeys, watchKeys } from './key-to-paint.ts'
import { openElectron } from './open-electron.ts'
import { makeWorkspace } from './sample-workspace.ts'
import { storyOfWords } from './story-text.ts'

const sizes = [1_000, 10_000]
const rounds = 10
const keysPerRound = 20
const galley = join(import.meta.dirname, '../..')

/** Key to paint in the middle of a story, in the whole application and in prosemirror-view alone. */
export const typing: Bench = {
  name: 'typing',
  about: 'from key to paint, against bare prosemirror-view in the same Electron',
  needsWindow: true,
  measure: async (say) => {
    const folder = await mkdtemp(join(tmpdir(), 'galley-bench-typing-'))
    try {
      const workspace = join(folder, 'workspace')
      const stories = await makeWorkspace(workspace, sizes.map(storyOfWords))
      const bare = await buildBareApplication(join(folder, 'bare'))
      const measured: Measurement[] = []
      for (const [at, words] of sizes.entries()) {
        say(`Typing ${rounds * keysPerRound} keys in each, ${words} words, in turn ...`)
        const ours = ['--workspace', workspace, '--story', stories[at] ?? '']
        measured.push(...(await measureSize(words, ours, bare)))
      }
      return measured
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function measureSize(
  words: number,
  ours: string[],
  bare: { folder: string; editor: string },
): Promise<Measurement[]> {
  const [application, alone] = await Promise.all([openElectron(galley, ours), openElectron(bare.folder, [bare.editor])])
  try {
    await alone.page.evaluate((json) => window.mountDocument(json), storyOfWords(words).toJSON() as unknown)
    for (const { page } of [application, alone]) {
      await placeCaret(page)
      await watchKeys(page)
    }
    const found = await interleave(rounds, 2, {
      galley: () => typeKeys(application.page, keysPerRound),
      bare: () => typeKeys(alone.page, keysPerRound),
    })
    const count = words.toLocaleString('en')
    return [
      { name: `key to paint, p50, ${count} words`, at: 0.5 },
      { name: `key to paint, p95, ${count} words`, at: 0.95 },
    ].map((figure) => ({
      ...figure,
      unit: 'ms',
      samples: found.galley,
      baseline: { name: 'bare prosemirror-view', samples: found.bare },
    }))
  } finally {
    await Promise.all([application.close(), alone.close()])
  }
}
