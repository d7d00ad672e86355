import Database from 'libsql'
import type { Page } from '@playwright/test'
import { setTimeout as wait } from 'node:timers/promises'
import { factsNow } from '../../storage/files/facts-now.ts'
import { removeIndex } from '../../storage/index/database.ts'
import { indexPath } from '../../storage/library/index-sources.ts'
import { storyPlaces } from '../../storage/library/places.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import { listed, openGalley } from './archive-window.ts'
import type { Measurement } from './figure.ts'

/** Of how many stories in a thousand the index has heard when the application is killed. */
const share = 150

/** The application makes its index, is killed on the way, and is opened again: the index is whole, and no story has changed. */
export async function killing(
  root: string,
  ids: readonly StoryId[],
  alone: Measurement,
  say: (line: string) => void,
): Promise<Measurement[]> {
  const filesBefore = factsOf(root, ids)
  removeIndex(indexPath(root))
  say('Opening without an index, and killing all in the middle ...')
  const first = await openGalley(root)
  const started = (await listed(first.page)) - first.started
  const killed = await untilDone(first.page, (ids.length * share) / 1000)
  await first.kill()
  say(`Killed with ${killed} of ${ids.length} stories looked at; opening again ...`)
  const again = await openGalley(root)
  const reopened = (await listed(again.page)) - again.started
  const from = performance.now()
  await untilDone(again.page, ids.length)
  const seconds = (performance.now() - from) / 1000
  await again.close()
  const database = new Database(indexPath(root))
  const [there] = database.prepare('SELECT count(*) FROM stories').raw().get() as [number]
  const [searched] = database.prepare('SELECT count(*) FROM search_docsize').raw().get() as [number]
  database.close()
  const filesAfter = factsOf(root, ids)
  const same = filesBefore.filter((facts, at) => facts !== null && facts === filesAfter[at]).length
  const whole = (name: string, unit: string, found: number): Measurement => ({
    name,
    unit,
    samples: [found],
    baseline: { name: 'made', samples: [ids.length] },
    limit: { atLeast: 1 },
  })
  return [
    {
      name: 'start to usable list after the kill',
      unit: 'ms',
      samples: [reopened],
      baseline: { name: 'without any index', samples: [started] },
    },
    {
      name: 'index completed in the application',
      unit: 'stories/s',
      samples: [(ids.length - killed) / seconds],
      baseline: { name: 'made anew without a window', samples: alone.samples },
    },
    whole('rows after kill and reopening', 'stories', Math.min(there, searched)),
    whole('files unchanged by kill and reopening', 'stories', same),
  ]
}

function factsOf(root: string, ids: readonly StoryId[]): (string | null)[] {
  return ids.map((id) => factsNow(storyPlaces(root, id).file))
}

/** Waits until so many stories were looked at, as the status line says it; returns how many. */
async function untilDone(page: Page, wanted: number): Promise<number> {
  let seen = 0
  const until = performance.now() + 600_000
  while (performance.now() < until) {
    const now = await page.evaluate(() =>
      Number(document.querySelector('.status-bar [role="progressbar"]')?.getAttribute('aria-valuenow') ?? -1),
    )
    if (now >= wanted) return now
    // It is finished when it says no more.
    if (now < 0 && seen > 0) return wanted
    seen = Math.max(seen, now)
    await wait(100)
  }
  throw new Error('The index was not made within ten minutes.')
}
