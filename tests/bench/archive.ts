import Database from 'libsql'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeFileSystem } from '../../storage/files/node-file-system.ts'
import { relevance } from '../../storage/index/compile.ts'
import { StoryIndex } from '../../storage/index/story-index.ts'
import { indexPath, indexSources } from '../../storage/library/index-sources.ts'
import { openWorkspace } from '../../storage/library/open-workspace.ts'
import { ownIndex } from '../../storage/library/own-index.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import { defaultSettings } from '../../storage/model/settings.ts'
import { typing, window1 } from '../unit/journal/entries.ts'
import { Random } from '../crash/random.ts'
import { archiveLanguages, someWord } from './archive-text.ts'
import { makeArchive } from './archive-workspace.ts'
import type { Bench } from './bench.ts'
import type { Measurement } from './figure.ts'
import { interleave } from './interleave.ts'

const queries = 60
const saves = 40
const shown = 100

/** A desk of many stories: its index, its list, its search, and what saving a story costs beside it. */
export const archive: Bench = {
  name: 'archive',
  about: 'a workspace of 100,000 stories, against raw SQLite and an empty workspace',
  needsWindow: false,
  measure: async (say) => {
    const count = Number(process.env['GALLEY_BENCH_STORIES'] ?? 100_000)
    const folder = await mkdtemp(join(tmpdir(), 'galley-bench-archive-'))
    try {
      const [full, empty] = [join(folder, 'full'), join(folder, 'empty')]
      const ids = await makeArchive(full, count, say)
      const [only] = await makeArchive(empty, 1, say)
      const rebuild = await rebuilding(full, ids, say)
      const asked = await asking(full)
      const [one] = ids
      if (one === undefined || only === undefined) throw new Error('There is no story to save.')
      return [rebuild, ...asked, await saving([full, one], [empty, only])]
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

const sourcesOf = (root: string): ReturnType<typeof indexSources> =>
  indexSources(nodeFileSystem, root, () => defaultSettings)

async function rebuilding(root: string, ids: readonly StoryId[], say: (line: string) => void): Promise<Measurement> {
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
async function asking(root: string): Promise<Measurement[]> {
  const random = new Random(7)
  const words = Array.from({ length: queries }, () => someWord(random, random.oneOf(archiveLanguages)))
  const index = await StoryIndex.open(indexPath(root), sourcesOf(root))
  const raw = new Database(indexPath(root))
  const columns =
    'id, stories.slug, stories.headline, language, status, stories.desk, updated, embargo, words, photos, stories.quotes, errors, warnings'
  const newest = raw.prepare(`SELECT ${columns} FROM stories ORDER BY updated DESC, id DESC LIMIT ?`).raw()
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

/** A change and its snapshot, in the archive and in a workspace of one story. */
async function saving(full: readonly [string, StoryId], empty: readonly [string, StoryId]): Promise<Measurement> {
  const open = ([root]: readonly [string, StoryId]): ReturnType<typeof openWorkspace> =>
    openWorkspace(root, { holder: 'a benchmark', indexing: (folder) => ownIndex(folder) })
  const workspaces = [await open(full), await open(empty)] as const
  const stories = [await workspaces[0].openStory(full[1]), await workspaces[1].openStory(empty[1])] as const
  for (const workspace of workspaces) await workspace.list({ query: '', limit: 1 })
  const save = async (at: 0 | 1): Promise<number[]> => {
    const { authority } = stories[at]
    const started = performance.now()
    await authority.receive(authority.version, typing(authority.document, 'a'), window1)
    await authority.flush()
    const took = performance.now() - started
    // The index hears of it behind the save; that is done before the next one.
    await workspaces[at].summaryOf(authority.id)
    await new Promise((resolve) => setTimeout(resolve, 30))
    return [took]
  }
  const { archive: samples, empty: base } = await interleave(saves, 5, { archive: () => save(0), empty: () => save(1) })
  for (const story of stories) await story.close()
  for (const workspace of workspaces) await workspace.close()
  return {
    name: 'saving a story',
    unit: 'ms',
    samples,
    baseline: { name: 'empty workspace', samples: base },
    limit: { atMost: 1.1 },
  }
}
