import { expect, test } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWorkspace } from '../../storage/library/open-workspace.ts'
import { storyIdSchema } from '../../storage/model/ids.ts'
import { bodyText, followAcknowledged, shownText } from '../e2e/fixtures/acknowledged.ts'
import { launchGalley } from '../e2e/fixtures/launch.ts'
import { makeStory } from '../e2e/fixtures/new-story.ts'
import { Random } from './random.ts'
import { Typist } from './typist.ts'

const runs = Number(process.env['GALLEY_CRASH_RUNS'] ?? 3)
const seed = Number(process.env['GALLEY_CRASH_SEED'] ?? Date.now() % 1_000_000)

test(`main is killed at random moments while somebody types (${runs} runs)`, async () => {
  test.setTimeout(60_000 + runs * 60_000)
  // With the same seed the same keys are pressed; when they are cut off is the machine's to say.
  test.info().annotations.push({ type: 'GALLEY_CRASH_SEED', description: String(seed) })
  const random = new Random(seed)
  const folder = await mkdtemp(join(tmpdir(), 'galley-typing-'))
  const place = { workspace: join(folder, 'archive'), profile: join(folder, 'profile') }
  const story = await makeStory(place)

  let possible = ['']
  let acknowledgedInAll = 0
  for (let run = 1; run <= runs; run += 1) {
    const galley = await launchGalley({ ...place, args: ['--story', story] })
    const { page } = galley
    const following = await followAcknowledged(page, story)
    const recovered = bodyText(following.before)
    expect(possible, `seed ${seed}, run ${run}: lost what was acknowledged, or made words up`).toContain(recovered)
    expect(await shownText(page)).toBe(recovered)

    await page.locator('.ProseMirror > p').last().click()
    await page.keyboard.press('Control+End')
    const typist = new Typist(page, random, recovered)
    const typing = typist.typeUntilDeath()
    await new Promise((resolve) => setTimeout(resolve, 50 + random.below(3000)))
    await galley.kill()
    await typing
    const acknowledged = bodyText(following.document())
    const index = typist.states.indexOf(acknowledged)
    expect(index, `seed ${seed}, run ${run}: what was acknowledged is not what was typed`).toBeGreaterThanOrEqual(0)
    possible = typist.states.slice(index)
    acknowledgedInAll += index
  }
  expect(acknowledgedInAll, 'nothing was ever acknowledged').toBeGreaterThan(0)

  const workspace = await openWorkspace(place.workspace)
  const { document } = await workspace.readStory(storyIdSchema.parse(story))
  await workspace.close()
  expect(possible, `seed ${seed}: the disk lost what was acknowledged`).toContain(bodyText(document))
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})
