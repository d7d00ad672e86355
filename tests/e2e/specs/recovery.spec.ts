import { expect, test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { waitUntilReady } from '../fixtures/launch.ts'
import type { Galley } from '../fixtures/launch.ts'
import { look } from '../fixtures/look.ts'
import { StoredStories } from '../fixtures/stored-stories.ts'

const bridge = {
  slug: 'BRIDGE-VERNASHAT',
  headline: 'Mountain bridge reopens 94 days after landslide',
  standfirst: 'Residents on both banks cross the gorge on foot.',
  body: ['The first thing across was the post.', 'Not everyone came to celebrate.'],
}
const typed = ' Two lorries crossed before noon.'

let stored: StoredStories
let galley: Galley

// Each starts Galley up to three times, and axe looks on: long on a machine that is busy.
test.describe.configure({ timeout: 240_000 })

test.afterEach(async () => {
  await galley.kill().catch(() => undefined)
  await stored.remove()
})

const copy = (page: Page): Locator => page.locator('.ProseMirror')
const notice = (page: Page): Locator => page.getByRole('region', { name: /was recovered/ })

async function fill(path: string, bytes = 0): Promise<void> {
  await writeFile(path, Buffer.alloc(bytes === 0 ? (await stat(path)).size : bytes))
}

/** Writes at the end of the open story, and waits until its journal holds that. */
async function writeOn(words: string): Promise<void> {
  await copy(galley.page).locator('> p').last().click()
  await galley.page.keyboard.press('Control+End')
  await galley.page.keyboard.insertText(words)
  const journal = join(await stored.folderOf(), 'journal.ndjson')
  await expect.poll(async () => await readFile(journal, 'utf8').catch(() => 'none yet')).toContain(words)
}

/** Writes in the story, kills main before the file of the story follows, and starts again. */
async function crashAfter(words: string): Promise<Page> {
  await writeOn(words)
  await galley.kill()
  galley = await stored.launch()
  return galley.page
}

test('after a crash the story comes first, says what came back, compares it, and goes back and forth', async () => {
  stored = await StoredStories.make([bridge, { slug: 'LAKE-ICE', headline: 'Lake freezes early' }])
  galley = await stored.launch(0)
  const page = await crashAfter(typed)

  await expect(
    page.getByRole('region', { name: 'Galley closed while BRIDGE-VERNASHAT was open.' }),
  ).toHaveAccessibleName(
    /^Galley closed while BRIDGE-VERNASHAT was open\. Everything up to \d\d:\d\d:\d\d was recovered\.$/,
  )
  await expect(notice(page)).toContainText('1 change came back: 5 words added, 0 removed since the last saved text.')
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused()
  await expect(copy(page)).toContainText(`celebrate.${typed}`)
  await look(page, 'recovered')

  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  const compared = page.getByRole('group', { name: 'Last saved text and what was recovered' })
  await expect(compared.locator('ins').first()).toContainText('Two lorries')
  await expect(copy(page)).toHaveCount(0)
  await look(page, 'recovered-compare')
  await page.keyboard.press('Escape')
  await expect(copy(page)).toBeVisible()
  await expect(notice(page)).toBeVisible()

  await page.getByRole('button', { name: 'Go back to the last saved text' }).click()
  await expect(copy(page)).not.toContainText('lorries')
  await expect(notice(page)).toHaveCount(0)
  await expect(copy(page)).toBeFocused()
  await expect(page.getByText('What was recovered is kept as version 1.')).toBeVisible()
  const [version] = await page.evaluate(async (id) => {
    const answer = await window.galley.versions.list({ id })
    return answer.ok ? answer.value.versions : []
  }, stored.id())
  expect(version).toMatchObject({ number: 1, by: 'Tobi Okafor' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(copy(page)).toContainText(typed)
})

test('what came back is kept by Escape and by writing on, and is not asked again', async () => {
  stored = await StoredStories.make([bridge])
  galley = await stored.launch(0)
  const first = await crashAfter(typed)
  await expect(notice(first)).toBeVisible()
  await first.keyboard.press('Escape')
  await expect(notice(first)).toHaveCount(0)
  await expect(copy(first)).toBeFocused()
  await first.reload()
  await waitUntilReady(first)
  await expect(copy(first)).toContainText(typed)
  await expect(notice(first)).toHaveCount(0)

  const second = await crashAfter(' A third was turned away.')
  await expect(notice(second)).toBeVisible()
  await copy(second).locator('> p').last().click()
  await second.keyboard.press('Control+End')
  await second.keyboard.type(' It waited.')
  await expect(notice(second)).toHaveCount(0)
  await expect(copy(second)).toContainText(`${typed} A third was turned away. It waited.`)
})

test('a zeroed file is passed over, named, and nothing of the story is lost', async () => {
  stored = await StoredStories.make([bridge])
  galley = await stored.launch(0)
  await writeOn(typed)
  await galley.close()
  await fill(join(await stored.folderOf(), 'story.json'))
  await fill(join(stored.root, 'galley.json'))

  galley = await stored.launch()
  const { page } = galley
  await expect(copy(page)).toContainText(typed)
  const told = page.getByRole('region', { name: /^BRIDGE-VERNASHAT was opened past damaged files|was recovered/ })
  await expect(told).toContainText('The newest saved file of this story is damaged.')
  await expect(told).toContainText(/It lies in quarantine.*story\.json/)
  const settings = page.getByRole('region', { name: 'A file was damaged.' })
  await expect(settings).toContainText(/an older copy of it .* is used\. It lies in quarantine.*galley\.json/)
  await look(page, 'damaged-files')
  await settings.getByRole('button', { name: 'Close' }).click()
  await expect(settings).toHaveCount(0)
  await told.getByRole('button', { name: 'Keep it' }).click()
  await expect(told).toHaveCount(0)
})

test('a story that cannot be read is made again from a version; one of a newer Galley is left alone', async () => {
  stored = await StoredStories.make([bridge, { slug: 'LAKE-ICE', headline: 'Lake freezes early' }, { slug: 'GRAIN' }])
  await stored.with(async (workspace) => {
    await workspace.nameVersion(stored.id(), 'First edition')
  })
  const destroyed = await stored.folderOf()
  for (const name of ['story.json', 'story.prev.json']) await fill(join(destroyed, name))
  await fill(join(destroyed, 'journal.ndjson'), 100)
  const newer = await stored.folderOf(2)
  for (const name of ['story.json', 'story.prev.json']) {
    const path = join(newer, name)
    await writeFile(path, (await readFile(path, 'utf8')).replace(/"format":\s*\d+/, '"format": 99'))
  }

  galley = await stored.launch(0)
  const { page } = galley
  await expect(page.getByRole('heading', { name: 'This story cannot be read' })).toBeVisible()
  await page.getByRole('button', { name: '2 stories cannot be read' }).click()
  await page.getByRole('menuitem', { name: /newer/ }).click()
  await expect(page.getByText(/This story was saved by a newer Galley\..* Open another story/)).toBeVisible()
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)

  await page.getByRole('button', { name: '2 stories cannot be read' }).click()
  await page.getByRole('menuitem', { name: /damaged/ }).click()
  await expect(page.getByRole('heading', { name: 'This story cannot be read' })).toBeVisible()
  await expect(page.getByRole('radio', { name: /First edition.*Tobi Okafor.*words/ })).toBeChecked()
  await expect(page.getByRole('region', { name: 'Text of version 1' })).toContainText(
    'The first thing across was the post.',
  )
  await look(page, 'rebuild-story')
  await page.getByRole('button', { name: 'Make the story again from this version' }).click()
  await expect(copy(page)).toContainText('The first thing across was the post.')
  await expect(page.getByRole('option')).toHaveCount(2)
  await expect(page.getByRole('button', { name: '1 story cannot be read' })).toBeVisible()
})
