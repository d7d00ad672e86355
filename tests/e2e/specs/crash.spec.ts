import { expect, test } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bodyText, followAcknowledged, shownText } from '../fixtures/acknowledged.ts'
import { launchGalley } from '../fixtures/launch.ts'
import { makeStory } from '../fixtures/new-story.ts'

/** One line for each time Galley is killed: the scripts of the desk, an emoji, letters that combine. */
const lines = [
  'The bridge over the gorge opened on Tuesday',
  'Կամուրջը բացվեց երեքշաբթի օրը',
  'Мост через ущелье открыли во вторник',
  'پل دره روز سه‌شنبه گشوده شد',
  'Crowds walked across 🌉 before the ribbon was cut',
  'A café at the far end sold out by noon, naïve as that sounds',
  'Прежнюю переправу закроют на ремонт',
  'Հին անցումը կփակվի վերանորոգման համար',
  'گذرگاه پیشین برای تعمیر بسته می‌شود',
  'No vehicle heavier than three tonnes may use it',
]

test('main is killed a second after the last key, ten times, and no acknowledged character is lost', async () => {
  test.setTimeout(600_000)
  const folder = await mkdtemp(join(tmpdir(), 'galley-crash-'))
  const place = { workspace: join(folder, 'archive'), profile: join(folder, 'profile') }
  const story = await makeStory(place)

  let acknowledged = ''
  let typed = ''
  let inTime = 0
  for (const [round, line] of lines.entries()) {
    const galley = await launchGalley({ ...place, args: ['--story', story] })
    const { page } = galley
    const following = await followAcknowledged(page, story)
    const recovered = bodyText(following.before)
    expect(recovered.startsWith(acknowledged), `round ${round} lost what was acknowledged`).toBe(true)
    expect(typed.startsWith(recovered), `round ${round} made words up`).toBe(true)
    expect(await shownText(page)).toBe(recovered)

    await page.locator('.ProseMirror > p').last().click()
    await page.keyboard.press('Control+End')
    if (round > 0) await page.keyboard.press('Enter')
    await page.keyboard.type(line, { delay: 15 })
    typed = recovered + (round > 0 ? '\n' : '') + line
    await page.waitForTimeout(1000)
    const moment = await following.moment()
    await galley.kill()

    acknowledged = bodyText(moment.acknowledged)
    expect(acknowledged.length, `round ${round} had nothing acknowledged`).toBeGreaterThan(recovered.length)
    if (acknowledged === typed) inTime += 1
    if (moment.claimsSaved) expect(acknowledged, 'the status line said saved').toBe(moment.shown)
  }
  // A second is long for a journal that promises 150 ms; a busy machine may miss it now and then, no more.
  expect(inTime).toBeGreaterThanOrEqual(8)

  const last = await launchGalley({ ...place, args: ['--story', story] })
  expect((await shownText(last.page)).startsWith(acknowledged)).toBe(true)
  await last.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})
