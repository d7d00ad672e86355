import Database from 'libsql'
import { nodeFileSystem } from '../../storage/files/node-file-system.ts'
import { relevance } from '../../storage/index/compile.ts'
import { StoryIndex } from '../../storage/index/story-index.ts'
import { summaryColumns } from '../../storage/index/summary-row.ts'
import { indexPath, indexSources } from '../../storage/library/index-sources.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import { defaultSettings } from '../../storage/model/settings.ts'
import { Random } from '../crash/random.ts'
import { archiveLanguages, someWord } from './archive-text.ts'
import type { Measurement } from './figure.ts'
import { interleave } from './interleave.ts'

const queries = 60
const shown = 100

const sourcesOf = (root: string): ReturnType<typeof indexSources> =>
  indexSources(nodeFileSystem, root, () => defaultSettings)

/** Makes the index of a workspace, and says how many stories a second. */
export async function rebuilding(
  root: string,
  ids: readonly StoryId[],
  say: (line: string) => void,
): Promise<Measurement> {
  const sources = sourcesOf(root)
  // What cannot be spared: every story is read, and checked.
  const some = ids.slice(0, 500)
  const readable = performance.now()
  for (const id of some) await sources.read(id)
  const alone = some.length / ((performance.now() - readable) / 1000)
  const index = await StoryIndex.open(indexPath(root), sources)
  const started = performance.now()
  for (let told = 0; ;) {
    const { done, total, finished } = await index.reconcile(1000)
    if (done - told >= 10_000) {
      say(`${done} of ${total} stories in the index ...`)
      told = done
    }
    if (finished) break
  }
  const speed = ids.length / ((performance.now() - started) / 1000)
  const again = performance.now()
  for (;;) if ((await index.reconcile(1000)).finished) break
  say(`The index was compared with ${ids.length} stories in ${(performance.now() - again).toFixed(0)} ms.`)
  await index.close()
  return {
    name: 'index made anew',
    unit: 'stories/s',
    samples: [speed],
    baseline: { name: 'reading the stories only', samples: [alone] },
  }
}

/** The list and the search through Galley, and by the shortest SQL that brings the same rows. */
export async function asking(root: string): Promise<Measurement[]> {
  const random = new Random(7)
  const words = Array.from({ length: queries }, () => someWord(random, random.oneOf(archiveLanguages)))
  const index = await StoryIndex.open(indexPath(root), sourcesOf(root))
  const raw = new Database(indexPath(root))
  const columns = summaryColumns.map((column) => `stories.${column}`).join(', ')
  const newest = raw
    .prepare(`SELECT ${columns} FROM stories ORDER BY stories.updated DESC, stories.id DESC LIMIT ?`)
    .raw()
  const all = raw.prepare('SELECT count(*) FROM stories').raw()
  const found = raw
    .prepare(
      `SELECT ${columns}, text FROM search JOIN stories ON stories.row = search.rowid JOIN texts ON texts.story = search.rowid
     WHERE search MATCH ? ORDER BY ${relevance}, updated DESC, id DESC LIMIT ?`,
    )
    .raw()
  const counted = raw.prepare('SELECT count(*) FROM search WHERE search MATCH ?').raw()
  const parts = '{slug headline standfirst body captions byline desk tags}'
  const list = await interleave(5, 1, {
    galley: () =>
      each(words, () => index.list({ query: '', typing: false, limit: shown, order: 'newest', excerpts: false })),
    raw: () => each(words, () => [newest.all(shown), all.get()]),
  })
  const search = await interleave(3, 1, {
    galley: () =>
      each(words, (query) => index.list({ query, typing: false, limit: shown, order: 'relevance', excerpts: true })),
    raw: () =>
      each(words, (word) => {
        const match = `${parts} : "${word.toLowerCase().replaceAll('ё', 'е')}"`
        return [found.all(match, shown), counted.get(match)]
      }),
  })
  await index.close()
  raw.close()
  const measured = (name: string, { galley, raw: base }: typeof list): Measurement => ({
    name,
    unit: 'ms',
    samples: galley,
    baseline: { name: 'raw SQLite', samples: base },
    at: 0.95,
    limit: { atMost: 1.5 },
  })
  return [measured('list, 95th percentile', list), measured('search, 95th percentile', search)]
}

async function each(words: readonly string[], ask: (word: string) => unknown): Promise<number[]> {
  const times: number[] = []
  for (const word of words) {
    const started = performance.now()
    await ask(word)
    times.push(performance.now() - started)
  }
  return times
}
