import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asking, rebuilding } from './archive-index.ts'
import { killing } from './archive-killed.ts'
import { saving } from './archive-saving.ts'
import { scrolling, starting } from './archive-window.ts'
import { makeArchive } from './archive-workspace.ts'
import type { Bench } from './bench.ts'

const meant = 100_000
const aFew = 50

/** A desk of many stories: its index, its list, its search, its window, and what saving a story costs beside it. */
export const archive: Bench = {
  name: 'archive',
  about: 'a workspace of 100,000 stories, against raw SQLite and a workspace of one story',
  needsWindow: true,
  measure: async (say, { stories }) => {
    const folder = await mkdtemp(join(tmpdir(), 'galley-bench-archive-'))
    try {
      const [full, few, empty] = [join(folder, 'full'), join(folder, 'few'), join(folder, 'empty')]
      const ids = await makeArchive(full, stories ?? meant, say)
      await makeArchive(few, aFew, () => undefined)
      const [only] = await makeArchive(empty, 1, () => undefined)
      const [one] = ids
      if (one === undefined || only === undefined) throw new Error('There is no story to save.')
      const rebuild = await rebuilding(full, ids, say)
      say('Asking for lists and searching ...')
      const asked = await asking(full)
      say('Saving ...')
      const saved = await saving([full, one], [empty, only])
      const started = await starting(full, empty, say)
      const scrolled = await scrolling(full, few, say)
      return [...started, scrolled, ...asked, saved, rebuild, ...(await killing(full, ids, rebuild, say))]
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}
