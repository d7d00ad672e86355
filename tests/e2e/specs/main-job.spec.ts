import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { figures } from '../../../storage/model/figures.ts'
import { quotationText, quotations } from '../../../storage/model/quotations.ts'
import { readStory } from '../../../storage/model/story.ts'
import { textBlocks } from '../../../storage/model/text.ts'
import { launchGalley } from '../fixtures/launch.ts'
import type { Galley } from '../fixtures/launch.ts'

const project = join(import.meta.dirname, '../../..')
const samplePage = join(project, 'build/sample/story.txt')
const samplePhoto = join(project, 'build/sample/bridge.jpg')
const copiedPage = join(project, '../shared/fixtures/lavrov-armenia.txt')

let folder: string

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-job-'))
})

test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** The whole job in the window: bring in, photo, alt text, byline, quotations, publish. The bundle's path. */
async function mainJob(galley: Galley, pagePath: string, alt: string): Promise<string> {
  const { app, page } = galley
  await answerDialogs(app, pagePath)
  await page.keyboard.press('Control+Shift+O')
  await page.locator('.ProseMirror').waitFor()

  await answerDialogs(app, samplePhoto)
  await page.getByRole('button', { name: 'Add picture' }).click()
  // The first photo of a session starts the process that decodes photos.
  await expect(page.locator('.ProseMirror figure img')).toBeVisible({ timeout: 30_000 })

  await page.keyboard.press('Control+2')
  const altField = page.getByRole('tabpanel').getByRole('textbox', { name: /^Alt text/ })
  await altField.fill(alt)
  await altField.blur()

  await tagEverySuggestion(page)
  await expect(page.getByRole('contentinfo')).toContainText('Saved')

  await answerDialogs(app, join(folder, 'out'))
  await page.keyboard.press('Control+Shift+Enter')
  const sheet = page.getByRole('dialog', { name: /^Publish / })
  await sheet.getByRole('button', { name: 'Change', exact: true }).click()
  await sheet.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('dialog', { name: /is published$/ }).waitFor()
  const [bundle] = await readdir(join(folder, 'out'))
  if (bundle === undefined) throw new Error('No bundle was written.')
  return join(folder, 'out', bundle)
}

async function tagEverySuggestion(page: Page): Promise<void> {
  await page.locator('.ProseMirror').focus()
  await page.keyboard.press('Control+Home')
  const popover = page.getByRole('dialog', { name: 'Tag quote' })
  for (let left = await page.locator('.quote-suggested').count(); left > 0;) {
    await page.keyboard.press("Control+Shift+'")
    await expect(popover.getByRole('combobox', { name: 'Speaker' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(popover).toHaveCount(0)
    const now = await page.locator('.quote-suggested').count()
    expect(now).toBeLessThan(left)
    left = now
  }
}

/** The system's dialogs cannot be seen by a driver: they answer with this path instead. */
async function answerDialogs(app: Galley['app'], path: string): Promise<void> {
  await app.evaluate(({ dialog }, answer) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [answer] })
  }, path)
}

async function galley(...words: string[]): Promise<unknown> {
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, [join(project, 'dist/cli/galley.mjs'), ...words, '--json'])
  return JSON.parse(stdout)
}

/** Every file of a folder by its path, with its bytes in hexadecimal so that a difference can be shown. */
async function contents(root: string): Promise<Map<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files = new Map<string, string>()
  for (const path of paths.sort()) files.set(path.slice(root.length + 1), (await readFile(path)).toString('hex'))
  return files
}

const listed = z.object({ stories: z.array(z.object({ id: z.string(), status: z.string() })) })
const published = z.object({ version: z.int() })

async function storyOf(bundle: string): Promise<ReturnType<typeof readStory>> {
  const [story] = await readdir(join(bundle, 'stories'))
  const json: unknown = JSON.parse(await readFile(join(bundle, 'stories', story ?? '', 'story.json'), 'utf8'))
  return readStory(json)
}

test('a copied page becomes a verified bundle, and the command line gives the same bytes', async () => {
  const workspace = join(folder, 'workspace')
  const desk = await launchGalley({ workspace })
  const alt = 'A truss bridge between two slopes, with a row of "tiny" people on it'
  const bundle = await mainJob(desk, samplePage, alt)
  await desk.close()

  expect(await galley('verify', bundle)).toEqual({ ok: true, problems: [] })

  const { document, record } = await storyOf(bundle)
  const [figure, ...others] = figures(document)
  expect(others).toEqual([])
  expect(figure?.attributes).toMatchObject({ alt, decorative: false })
  expect(figure?.attributes.media).toMatch(/^[0-9a-f]{64}$/)
  expect(record.byline).toEqual(['Nora Haldis'])
  expect(record.dateline).toEqual({ place: 'SEVRAN', date: '2026-03-14' })
  const tagged = quotations(document)
  expect(tagged.map(({ quote }) => quote.speaker?.name)).toContain('Ilse Varn')
  expect(tagged.find(({ runs }) => runs.length > 1)).toBeDefined()

  const { stories } = listed.parse(await galley('list', '--workspace', workspace))
  expect(stories.map(({ status }) => status)).toEqual(['published'])
  const again = join(folder, 'again')
  const result = published.parse(
    await galley('publish', stories[0]?.id ?? '', '--out', again, '--workspace', workspace),
  )
  expect(result.version).toBe(1)
  expect(await contents(again)).toEqual(await contents(bundle))
})

test('the page of a published article goes the whole way', async () => {
  test.skip(!existsSync(copiedPage), 'The folder of real pages is not on this machine.')
  const page = await readFile(copiedPage, 'utf8')
  const desk = await launchGalley({ workspace: join(folder, 'workspace') })
  const bundle = await mainJob(desk, copiedPage, 'Men and women with microphones face a speaker at a desk')
  await desk.close()

  const { document, record } = await storyOf(bundle)
  const blocks = textBlocks(document)
  expect(blocks.filter(({ node }) => node.type.name === 'paragraph')).toHaveLength(8)
  expect(blocks.filter(({ node }) => node.type.name === 'caption')).toHaveLength(1)
  expect(record.language).toBe('en')
  for (const { text } of blocks.filter((block) => block.text !== '')) expect(page).toContain(text)
  expect(document.textContent).not.toMatch(/\p{Script=Armenian}/u)
  expect(
    quotations(document).map((quotation) => [quotation.quote.speaker?.name, quotationText(quotation).slice(0, 12)]),
  ).toEqual(
    expect.arrayContaining([
      [expect.stringContaining('Lavrov'), '“We are deep'],
      [expect.stringContaining('Lavrov'), '“I want to b'],
      [expect.stringContaining('Pashinian'), '“strategic m'],
    ]),
  )
  expect(await galley('verify', bundle)).toEqual({ ok: true, problems: [] })
})
