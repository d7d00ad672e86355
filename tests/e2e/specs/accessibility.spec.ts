import { expect, test } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeFullDesk } from '../fixtures/full-desk.ts'
import { launchGalley } from '../fixtures/launch.ts'
import { look } from '../fixtures/look.ts'

let folder: string

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-axe-'))
})

test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

test('axe finds no A or AA violation in any screen, by day and by night', async () => {
  test.setTimeout(240_000)
  const workspace = join(folder, 'desk')
  const story = await makeFullDesk(workspace)
  const galley = await launchGalley({ workspace, args: ['--story', story] })
  const { page } = galley
  const image = page.locator('.ProseMirror figure img')
  await expect(image).toBeVisible({ timeout: 30_000 })
  await image.evaluate((element: HTMLImageElement) => element.decode())
  await expect(page.locator('.quote-suggested').first()).toBeAttached()
  await expect(page.getByRole('option')).toHaveCount(6)
  await page.mouse.move(0, 0)
  await look(page, 'desk')

  await page.keyboard.press('Control+2')
  await look(page, 'captions')

  await page.keyboard.press('Control+3')
  await page
    .getByRole('tabpanel')
    .getByRole('button', { name: /came in September/ })
    .click()
  await look(page, 'quotes')
  await page.locator('.ProseMirror').focus()
  await page.keyboard.press("Control+Shift+'")
  await page.getByRole('dialog', { name: 'Tag quote' }).waitFor()
  await look(page, 'tag-quote')
  await page.keyboard.press('Escape')

  for (const [key, name] of [
    ['Control+4', 'tags'],
    ['Control+5', 'checks'],
    ['Control+6', 'history'],
  ] as const) {
    await page.keyboard.press(key)
    await look(page, name)
  }

  await page.keyboard.press('Control+Shift+Enter')
  await page.getByRole('dialog', { name: /^Publish / }).waitFor()
  await look(page, 'publish')
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await look(page, 'palette')
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+,')
  await page.getByRole('dialog').waitFor()
  await look(page, 'settings')
  await galley.kill()
})

test('axe finds no A or AA violation in the history, the comparison and the trash', async () => {
  test.setTimeout(240_000)
  const workspace = join(folder, 'desk')
  const galley = await launchGalley({ workspace, args: ['--story', await makeFullDesk(workspace)] })
  const { page } = galley
  const { keyboard } = page
  await page.locator('.quote-suggested').first().waitFor()
  await keyboard.press('Control+s')
  const naming = page.getByRole('dialog', { name: 'Name this version' })
  await naming.getByRole('textbox').fill('After second read')
  await look(page, 'name-version')
  await keyboard.press('Enter')
  await naming.waitFor({ state: 'hidden' })
  const verified = page.locator('.ProseMirror [data-quote]').first()
  await verified.click()
  await keyboard.type('twice ')
  await keyboard.press('Control+6')
  const versions = page.getByRole('listbox', { name: 'Versions' })
  await versions.focus()
  await keyboard.press('End')
  await look(page, 'history-versions')
  await keyboard.press('Enter')
  await page.getByText('Verified quote', { exact: true }).waitFor()
  await look(page, 'compare')
  await page.getByRole('radio', { name: 'Side by side' }).click()
  await look(page, 'compare-side-by-side')
  await keyboard.press('Escape')
  await keyboard.press('Control+Shift+Backspace')
  await page.getByText('No story open').waitFor()
  await page.getByRole('button', { name: 'Trash' }).click()
  await page.getByRole('listbox', { name: 'Trash' }).waitFor()
  await look(page, 'trash')
  await page.getByRole('button', { name: 'Empty trash' }).click()
  await page.getByRole('dialog').waitFor()
  await look(page, 'empty-trash')
  await galley.kill()
})

test('axe finds no A or AA violation where there is no story yet', async () => {
  const galley = await launchGalley({ workspace: join(folder, 'desk') })
  await look(galley.page, 'welcome')
  await galley.kill()
})
