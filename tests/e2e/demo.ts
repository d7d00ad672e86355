// The main job on the sample story, in the real application: what `npm start` does where there is no display.
// A copied page becomes a story, gets its photo, its alt text and its quotations, and is published as a bundle.
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { launchGalley } from './fixtures/launch.ts'
import type { Galley } from './fixtures/launch.ts'
import { galley, samplePage, samplePhoto } from '../../build/sample-desk.ts'

const folder = join(import.meta.dirname, '../../.cache/demo')
const bundles = join(folder, 'bundles')
const pictures = join(folder, 'screenshots')

await rm(folder, { recursive: true, force: true })
await mkdir(bundles, { recursive: true })
const desk = await launchGalley({ workspace: join(folder, 'workspace') })
try {
  await mainJob(desk)
} finally {
  await desk.close()
}
for (const name of await readdir(bundles)) {
  const bundle = join(bundles, name)
  const { ok } = (await galley('verify', bundle)) as { ok: boolean }
  console.log(`The bundle, ${ok ? 'read back and verified' : 'which does not verify'}: ${bundle}`)
  if (!ok) process.exitCode = 1
}
console.log(`Screenshots: ${pictures}`)

async function mainJob({ app, page }: Galley): Promise<void> {
  const step = async (said: string, act: () => Promise<void>): Promise<void> => {
    await act()
    console.log(said)
  }
  await step('Imported a copied page as a story.', async () => {
    await answerDialogs(app, samplePage)
    await page.keyboard.press('Control+Shift+O')
    await page.locator('.ProseMirror').waitFor()
    const done = page.getByRole('button', { name: 'Done', exact: true })
    if (await done.isVisible()) await done.click()
    await picture(page, '1-imported')
  })
  await step('Gave the caption its photo, with the alt text that the agency wrote.', async () => {
    await answerDialogs(app, samplePhoto)
    await page.getByRole('button', { name: 'Add picture' }).click()
    await page.waitForFunction(() => {
      const photo = document.querySelector<HTMLImageElement>('.ProseMirror figure img')
      return photo !== null && photo.naturalWidth > 0
    })
    await page.keyboard.press('Control+2')
    await page.getByText('Read from the file', { exact: true }).click()
    await page.getByRole('button', { name: /^Use the alt text/i }).click()
    await picture(page, '2-captioned')
  })
  await step('Tagged the suggested quotations with their speakers.', async () => {
    await page.keyboard.press('Control+3')
    await page.getByRole('radio', { name: /^Suggested/ }).click()
    await tagAll(page)
    await page.getByRole('radio', { name: /^All/ }).click()
    await picture(page, '3-tagged')
  })
  await step('Published the story.', async () => {
    await answerDialogs(app, bundles)
    await page.keyboard.press('Control+Shift+Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Change', exact: true }).click()
    await picture(page, '4-publishing')
    await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('dialog', { name: /is published$/ }).waitFor()
    await picture(page, '5-published')
  })
}

/** The system's dialogs cannot be seen by a driver: they answer with this path instead. */
function answerDialogs(app: Galley['app'], path: string): Promise<void> {
  return app.evaluate(({ dialog }, answer) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [answer] })
  }, path)
}

/** Accepts one suggestion after the other, by keyboard, each with the speaker that was found for it. */
async function tagAll(page: Page): Promise<void> {
  const suggestions = page.getByRole('tabpanel').getByRole('button', { name: 'Tag quote', exact: true })
  const popover = page.getByRole('dialog', { name: 'Tag quote' })
  let left = await suggestions.count()
  await suggestions.first().click()
  for (; left > 0; left -= 1) {
    await popover.waitFor()
    await page.keyboard.press(left > 1 ? 'Alt+Enter' : 'Enter')
    await expect(suggestions).toHaveCount(left - 1)
  }
}

/** The window by day and by night. */
async function picture(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: join(pictures, `${name}-${colorScheme}.png`), animations: 'disabled' })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
