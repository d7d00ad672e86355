import { expect, test } from '@playwright/test'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWorkspace } from '../../../storage/library/open-workspace.ts'
import { launchGalley } from '../fixtures/launch.ts'
import type { Galley } from '../fixtures/launch.ts'

let folder: string
let galley: Galley

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-moving-in-'))
  galley = await launchGalley({ workspace: join(folder, 'desk') })
})

test.afterEach(async () => {
  await galley.kill()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

const messages = () => galley.page.getByRole('status', { name: 'Messages' })
const report = () => galley.page.getByRole('dialog', { name: 'What came of the folder' })

test('a folder comes in while the editor goes on, its report says what was refused, and it comes in once', async () => {
  const { page } = galley
  const archive = await archiveOf(30)
  await writeFile(join(archive, 'scan.pdf'), '%PDF-1.7 and so on')
  await writeFile(join(archive, '.hidden'), 'x')
  await choosing(archive)
  await page.keyboard.press('Control+Alt+o')
  await page.keyboard.press('Control+n')
  await page.locator('.ProseMirror h1').click()
  await page.keyboard.type('Typed meanwhile')
  await messages().filter({ hasText: '30 stories imported, 1 file refused.' }).getByRole('button').first().click()
  await expect(report()).toContainText('scan.pdf This file is a PDF and holds no text to import.')
  await expect(report()).toContainText('1 hidden or unneeded file passed over')
  await expect(report().getByRole('button', { name: 'Show scan.pdf in its folder' })).toBeVisible()

  const saved = join(folder, 'report.json')
  await galley.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, saved)
  await report().getByRole('button', { name: 'Save report' }).click()
  await expect(report()).toContainText('The report is saved.')
  expect(JSON.parse(await readFile(saved, 'utf8'))).toMatchObject({ named: [archive], left: 0, failure: null })

  await report().getByRole('button', { name: 'Open STORY-20', exact: true }).click()
  await expect(page.locator('.ProseMirror h1')).toHaveText('Story 20')

  await dropFolder(archive)
  await expect(messages()).toContainText('No new story imported, 1 file refused.')
  expect(await storiesOnDisk()).toBe(31)
})

test('an import that is stopped keeps what is in and goes on later', async () => {
  const { page } = galley
  const archive = await archiveOf(300)
  await choosing(archive)
  await page.keyboard.press('Control+Alt+o')
  const line = page.getByRole('group', { name: 'Import of a folder' })
  await expect(line).toContainText('of 300', { timeout: 30_000 })
  await line.getByRole('button', { name: 'Stop the import' }).click()
  await expect(messages()).toContainText('not looked at.')
  await expect(line).toHaveCount(0)
  await page.keyboard.press('Control+Alt+o')
  await expect(messages()).toContainText('imported.', { timeout: 60_000 })
  expect(await storiesOnDisk()).toBe(300)
})

/** Quits, and counts what is there. */
async function storiesOnDisk(): Promise<number> {
  await galley.close()
  const workspace = await openWorkspace(join(folder, 'desk'))
  const { total } = await workspace.list({ query: '', limit: 1 })
  await workspace.close()
  return total
}

/** A folder with so many stories in it. */
async function archiveOf(count: number): Promise<string> {
  const archive = join(folder, 'the archive')
  for (let number = 0; number < count; number += 1) {
    const inside = join(archive, `${number % 10}`)
    await mkdir(inside, { recursive: true })
    const text = `Story ${number}\n\nThe ferry bell was hung on Tuesday, in front of half the town.\n`
    await writeFile(join(inside, `${number}.txt`), text)
  }
  return archive
}

/** Answers the dialog that asks for a folder. */
async function choosing(path: string): Promise<void> {
  await galley.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
}

/** Drops a folder on the list, as the system does: what is dropped has a path. */
async function dropFolder(path: string): Promise<void> {
  const { page } = galley
  const box = await page.getByRole('listbox').boundingBox()
  const at = { x: (box?.x ?? 0) + 30, y: (box?.y ?? 0) + 60 }
  const devtools = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items: [], files: [path], dragOperationsMask: 1 }
    await devtools.send('Input.dispatchDragEvent', { type, ...at, data })
  }
  await devtools.detach()
}
