import type { Page } from '@playwright/test'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Random } from '../crash/random.ts'
import type { Measurement } from './figure.ts'
import { interleave } from './interleave.ts'
import { openElectron } from './open-electron.ts'
import type { Opened } from './open-electron.ts'
import { memoryOf } from './process-tree.ts'

const starts = 7
const measuredMemories = 3
const scrollings = 6
const jumps = 16
/** How long an application is left alone before its memory is looked at, in milliseconds: the index is compared by then. */
const settling = 8000
/** A frame that takes longer than this can be seen to be late, in milliseconds. */
const long = 50
const galley = join(import.meta.dirname, '../..')

export const openGalley = (workspace: string): Promise<Opened> => openElectron(galley, ['--workspace', workspace])

/** From starting the process until the first rows of the list are shown and the window takes keys, and what it takes up then. */
export async function starting(full: string, empty: string, say: (line: string) => void): Promise<Measurement[]> {
  const memories = { archive: [] as number[], empty: [] as number[] }
  const once = async (workspace: string, memory: number[]): Promise<number[]> => {
    const opened = await openGalley(workspace)
    try {
      const took = (await listed(opened.page)) - opened.started
      if (memory.length < measuredMemories) {
        await wait(settling)
        memory.push(await memoryOf(opened.pid))
      }
      return [took]
    } finally {
      await opened.close()
    }
  }
  say(`Starting with each workspace ${starts} times, in turn ...`)
  const found = await interleave(starts, 1, {
    archive: () => once(full, memories.archive),
    empty: () => once(empty, memories.empty),
  })
  return [
    {
      name: 'start to usable list',
      unit: 'ms',
      samples: found.archive,
      baseline: { name: 'workspace of one story', samples: found.empty },
      limit: { atMost: 1.2 },
    },
    {
      name: 'memory of all processes',
      unit: 'MB',
      samples: memories.archive,
      baseline: { name: 'workspace of one story', samples: memories.empty },
      limit: { atMostMore: 150 },
    },
  ]
}

/** Long frames while the list is scrolled to places all over it, beside the same in a list of fifty. */
export async function scrolling(full: string, few: string, say: (line: string) => void): Promise<Measurement> {
  say(`Scrolling to ${scrollings * jumps} places in each list, in turn ...`)
  const [archive, fifty] = [await openGalley(full), await openGalley(few)]
  try {
    for (const { page } of [archive, fifty]) await listed(page)
    await wait(settling)
    const random = new Random(11)
    const scroll = async ({ page }: Opened): Promise<number[]> => {
      await page.bringToFront()
      const places = Array.from({ length: jumps }, () => random.below(1000) / 1000)
      return [await page.evaluate(longFrames, { places, long })]
    }
    const found = await interleave(scrollings, 2, { archive: () => scroll(archive), few: () => scroll(fifty) })
    return {
      name: 'long frames while scrolling',
      unit: 'frames',
      samples: found.archive,
      baseline: { name: '50 stories', samples: found.few },
      limit: { atMost: 1 },
    }
  } finally {
    await archive.close()
    await fifty.close()
  }
}

/** When the first row of the list was shown, in milliseconds since the epoch. */
export async function listed(page: Page): Promise<number> {
  await page.locator('.story-list-pane [role="option"], .story-list-pane [role="row"]').first().waitFor()
  return page.evaluate(() => {
    const [mark] = performance.getEntriesByName('listed')
    if (mark === undefined) throw new Error('The page showed its list without setting its mark.')
    return performance.timeOrigin + mark.startTime
  })
}

/** In the page: jumps to places of the list, given as shares of its height, and counts the frames that came late. */
async function longFrames({ places, long }: { places: number[]; long: number }): Promise<number> {
  const scroller = [...document.querySelectorAll('.story-list-pane *')].find(
    (element) => element.scrollHeight > element.clientHeight + 400 && getComputedStyle(element).overflowY !== 'visible',
  )
  if (scroller === undefined) throw new Error('There is nothing to scroll.')
  let late = 0
  for (const place of places) {
    scroller.scrollTop = place * (scroller.scrollHeight - scroller.clientHeight)
    let before = performance.now()
    for (const until = before + 250; before < until;) {
      const now = await new Promise<number>((resolve) => {
        requestAnimationFrame(() => {
          resolve(performance.now())
        })
      })
      if (now - before > long) late += 1
      before = now
    }
    const row = scroller.querySelector('[role="option"], [role="row"]')
    if (row === null) throw new Error('Nothing is shown where the list was scrolled to.')
  }
  return late
}
