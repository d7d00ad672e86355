import { expect, test } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeFileSystem } from '../../storage/files/node-file-system.ts'
import { openWorkspace } from '../../storage/library/open-workspace.ts'
import { storyIdSchema } from '../../storage/model/ids.ts'
import { bodyText, followAcknowledged, shownText } from '../e2e/fixtures/acknowledged.ts'
import { launchGalley } from '../e2e/fixtures/launch.ts'
import { makeStory } from '../e2e/fixtures/new-story.ts'
import { unsound } from '../property/library/sound-files.ts'
import { Losses } from './losses.ts'
import { Random } from './random.ts'
import { Typist } from './typist.ts'

const runs = Number(process.env['GALLEY_CRASH_RUNS'] ?? 3)
const seed = Number(process.env['GALLEY_CRASH_SEED'] ?? Date.now() % 1_000_000)

test(`main is killed at random moments while somebody types (${runs} runs)`, async () => {
  test.setTimeout(60_000 + runs * 30_000)
  // With the same seed the same keys are pressed; when they are cut off is the machine's to say.
  test.info().annotations.push({ type: 'GALLEY_CRASH_SEED', description: String(seed) })
  const random = new Random(seed)
  const folder = await mkdtemp(join(tmpdir(), 'galley-typing-'))
  const place = { workspace: join(folder, 'archive'), profile: join(folder, 'profile') }
  const story = await makeStory(place)
  const losses = new Losses()

  for (let run = 1; run <= runs; run += 1) {
    const which = `seed ${seed}, run ${run}`
    const left = await unsound(nodeFileSystem, place.workspace)
    expect(
      left.filter((each) => each.startsWith('damaged')),
      `${which}: torn files`,
    ).toEqual([])

    const galley = await launchGalley({ ...place, args: ['--story', story] })
    const { page } = galley
    const following = await followAcknowledged(page, story)
    const recovered = bodyText(following.before)
    expect(losses.found(recovered), `${which}: lost what was acknowledged, or made words up`).toBe(true)
    expect(await shownText(page)).toBe(recovered)
    const stays = new Set(await unsound(nodeFileSystem, place.workspace))
    // A journal's last line is cut off with the next key.
    expect(left.filter((each) => stays.has(each) && !each.endsWith('.ndjson'))).toEqual([])

    await page.locator('.ProseMirror > p').last().click()
    await page.keyboard.press('Control+End')
    const typist = new Typist(page, random, recovered)
    const typing = typist.typeUntilDeath()
    await new Promise((resolve) => setTimeout(resolve, 50 + random.below(2000)))
    const killed = performance.now()
    await galley.kill()
    await typing
    const acknowledged = bodyText(following.document())
    const isTyped = losses.killed(typist, acknowledged, killed)
    expect(isTyped, `${which}: acknowledged is ${JSON.stringify([acknowledged, typist.states])}`).toBe(true)
    if (run % 20 === 0 && run < runs) console.log(`so far: ${losses.summary()}`)
  }

  const workspace = await openWorkspace(place.workspace)
  const { document } = await workspace.readStory(storyIdSchema.parse(story))
  await workspace.close()
  expect(losses.found(bodyText(document)), `seed ${seed}: the disk lost what was acknowledged`).toBe(true)
  console.log(`seed ${seed}: ${losses.summary()}`)
  expect(losses.acknowledged, 'nothing was ever acknowledged').toBeGreaterThan(0)
  expect(losses.longest, 'more than a second of typing was lost').toBeLessThan(1000)
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})
