import { expect, test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { chmod, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Galley } from '../fixtures/launch.ts'
import { look } from '../fixtures/look.ts'
import { SmallDisk } from '../fixtures/small-disk.ts'
import { StoredStories } from '../fixtures/stored-stories.ts'

const bridge = {
  slug: 'BRIDGE-VERNASHAT',
  headline: 'Mountain bridge reopens 94 days after landslide',
  standfirst: 'Residents on both banks cross the gorge on foot.',
  body: ['The first thing across was the post.', 'Not everyone came to celebrate.'],
}
const lake = { slug: 'LAKE-ICE', headline: 'Lake freezes early' }

let stored: StoredStories | null = null
let galley: Galley | null = null

// Each starts Galley once or twice, and axe looks on: long on a machine that is busy.
test.describe.configure({ timeout: 240_000 })

test.afterEach(async () => {
  await galley?.kill().catch(() => undefined)
  await stored?.remove()
  galley = null
  stored = null
})

const copy = (page: Page): Locator => page.locator('.ProseMirror')
const unsaved = (page: Page): Locator => page.getByRole('region', { name: 'Not saved' })
const state = (page: Page, name: 'saved' | 'failing'): Locator => page.locator(`[data-safety="${name}"]`)

async function writeOn(page: Page, words: string): Promise<void> {
  await copy(page).locator('> p').last().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

/** What a paste would bring, without pasting it. */
async function clipboardOf(page: Page): Promise<{ text: string; html: string }> {
  const brought = page.evaluate(
    () =>
      new Promise<{ text: string; html: string }>((resolve) => {
        const take = (event: ClipboardEvent): void => {
          event.preventDefault()
          event.stopPropagation()
          const read = (type: string): string => event.clipboardData?.getData(type) ?? ''
          resolve({ text: read('text/plain'), html: read('text/html') })
        }
        document.addEventListener('paste', take, { capture: true, once: true })
      }),
  )
  await page.getByRole('searchbox', { name: 'Search stories' }).press('Control+v')
  return brought
}

/** Takes note of what main asks when a window is to close, and lets it stay open. */
async function answerKeepOpen({ app }: Galley): Promise<() => Promise<string[]>> {
  await app.evaluate(({ dialog }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    Object.assign(dialog, {
      showMessageBox: async (_window: unknown, { message }: { message: string }) => {
        asked.push(message)
        return { response: 0, checkboxChecked: false }
      },
    })
  })
  return () => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
}

test.describe('on a disk that is full', () => {
  let disk: SmallDisk | null = null
  test.beforeAll(() => {
    disk = SmallDisk.mount(4)
  })
  test.afterAll(() => disk?.unmount())

  test('the text stays, is counted, can be copied and is not left, and is saved when there is room again', async () => {
    test.skip(disk === null, 'this user may not mount a disk to fill')
    if (disk === null) return
    stored = await StoredStories.make([bridge, lake], disk.folder)
    galley = await stored.launch(0)
    const { page } = galley
    await writeOn(page, ' Two lorries')
    await expect(state(page, 'saved')).toBeVisible()

    disk.fill()
    await writeOn(page, ' crossed before noon, and one of them came back with bread for the whole valley.')
    await expect(state(page, 'failing')).toHaveText('Not saved. Keep this window open.')
    await expect(unsaved(page)).toContainText(
      /The disk is full\. Your last \d+ changes are in memory only\. Free some space, or copy the story\./,
    )
    await expect(unsaved(page).getByRole('alert')).toHaveText('The disk is full.')
    await look(page, 'disk-full')

    // Fields of the record as well: what was chosen stays in sight.
    await page.getByRole('button', { name: /Urgency/ }).click()
    await page.getByRole('option', { name: /^2/ }).click()
    await expect(page.getByRole('button', { name: /Urgency/ })).toContainText('2')
    await writeOn(page, ' Nobody was late.')

    await page.keyboard.press('Control+Alt+c')
    await expect(page.getByText('The story is on the clipboard.')).toBeVisible()
    const { text, html } = await clipboardOf(page)
    expect(text).toContain('Two lorries crossed before noon, and one of them came back with bread')
    expect(text.startsWith(bridge.headline)).toBe(true)
    expect(html).toContain(`>${bridge.headline}</h1>`)

    await page.getByRole('option', { name: /Lake freezes early/ }).click()
    await expect(unsaved(page)).toContainText('LAKE-ICE was not opened: leaving now would lose what is not saved here.')
    await expect(copy(page)).toContainText('Nobody was late.')

    const asked = await answerKeepOpen(galley)
    await page.evaluate(() => void window.galley.desk.window({ act: 'close' }))
    await expect.poll(asked, { timeout: 8000 }).toEqual(['Some changes are not saved yet'])

    await page.keyboard.press('Control+s')
    await expect(state(page, 'failing')).toBeVisible()
    disk.free()
    await expect(state(page, 'saved')).toBeVisible()
    await expect(unsaved(page)).toHaveCount(0)
    await galley.kill()

    galley = await stored.launch()
    await expect(copy(galley.page)).toContainText(
      'Two lorries crossed before noon, and one of them came back with bread for the whole valley. Nobody was late.',
    )
    await expect(galley.page.getByRole('button', { name: /Urgency/ })).toContainText('2')
  })
})

test('a library that vanishes is said, and what was typed goes into it when it is back', async () => {
  stored = await StoredStories.make([bridge])
  galley = await stored.launch(0)
  const { page } = galley
  await writeOn(page, ' Two lorries')
  await expect(state(page, 'saved')).toBeVisible()

  await rename(stored.root, `${stored.root}.away`)
  await writeOn(page, ' crossed before noon.')
  await expect(unsaved(page)).toContainText(/is gone\..*Your last \d+ changes are in memory only\./)
  await expect(state(page, 'failing')).toBeVisible()
  await rename(`${stored.root}.away`, stored.root)
  await page.keyboard.press('Control+s')
  await expect(state(page, 'saved')).toBeVisible()
  await expect(unsaved(page)).toHaveCount(0)
  await galley.kill()

  galley = await stored.launch()
  await expect(copy(galley.page)).toContainText('Two lorries crossed before noon.')
})

test('a folder that may not be written to is said beside the journal that still may be', async () => {
  stored = await StoredStories.make([bridge])
  galley = await stored.launch(0)
  test.skip(!galley.sandboxed && process.getuid?.() === 0, 'to this user every folder may be written to')
  const { page } = galley
  await writeOn(page, ' Two lorries')
  await expect(state(page, 'saved')).toBeVisible()
  const folder = await stored.folderOf()
  await chmod(folder, 0o500)
  await writeOn(page, ' crossed before noon.')
  await expect(state(page, 'saved')).toContainText('Saved in the journal only')
  await chmod(folder, 0o700)
  await writeOn(page, ' Nobody was late.')
  await expect(state(page, 'saved')).not.toContainText('Saved in the journal only')
  await galley.close()
  const id = stored.id()
  const story = await stored.with((workspace) => workspace.readStory(id))
  expect(story.document.textContent).toContain('crossed before noon. Nobody was late.')
})

/** What somebody with another program does: another text of the story in the place of its file, without the checksum. */
async function changeOutside(stored: StoredStories, from: string, to: string): Promise<void> {
  const path = join(await stored.folderOf(), 'story.json')
  const text = await readFile(path, 'utf8')
  expect(text).toContain(from)
  await writeFile(path, text.replace(from, to).replace(/,\s*"sum": "\w+"/, ''))
}

test('what another program writes is loaded when all is saved here, and kept beside ours when it is not', async () => {
  stored = await StoredStories.make([bridge])
  galley = await stored.launch(0)
  const { page } = galley
  await expect(copy(page)).toBeVisible()
  await changeOutside(stored, 'came to celebrate', 'came to dance')
  await expect(copy(page)).toContainText('Not everyone came to dance.', { timeout: 20_000 })
  await expect(page.getByText('BRIDGE-VERNASHAT was changed by another program and was loaded again.')).toBeVisible()

  await writeOn(page, ' Two lorries crossed.')
  await changeOutside(stored, 'came to dance', 'stayed to sing')
  const notice = page.getByRole('region', { name: 'BRIDGE-VERNASHAT' })
  await expect(notice).toContainText('Both are kept', { timeout: 20_000 })
  await expect(copy(page)).toContainText('came to dance. Two lorries crossed.')
  await look(page, 'kept-both')
  await notice.getByRole('button', { name: 'Compare' }).click()
  await expect(page.locator('.compared').first()).toContainText('sing')
  await page.keyboard.press('Escape')
  await notice.getByRole('button', { name: 'Close' }).click()
  await expect(notice).toHaveCount(0)
})

test('what main takes no more is said, copied and taken over by the story that is opened again', async () => {
  stored = await StoredStories.make([bridge])
  galley = await stored.launch(0)
  const { page } = galley
  await expect(copy(page)).toBeVisible()
  await page.evaluate((id) => window.galley.stories.close({ id }), stored.id())
  await writeOn(page, ' Two lorries crossed.')
  await expect(unsaved(page)).toContainText(/Open it again\. Your last \d+ changes are in memory only\./)
  await expect(page.getByText('Not saved. Keep this window open.')).toBeVisible()
  await look(page, 'refused')
  await unsaved(page).getByRole('button', { name: 'Open again' }).click()
  await expect(page.getByText('The story is open again, with everything you typed.')).toBeVisible()
  await expect(unsaved(page)).toHaveCount(0)
  await expect(copy(page)).toContainText('Not everyone came to celebrate. Two lorries crossed.')
  expect((await clipboardOf(page)).text).toContain('Two lorries crossed.')
  await galley.close()
  const id = stored.id()
  const versions = await stored.with((workspace) => workspace.versions(id))
  expect(versions.map(({ name }) => name)).toContain('Before opening again')
  const story = await stored.with((workspace) => workspace.readStory(id))
  expect(story.document.textContent).toContain('Two lorries crossed.')
})
