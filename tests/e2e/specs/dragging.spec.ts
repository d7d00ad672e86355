import { expect, test } from '@playwright/test'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { createWorkspace, openWorkspace } from '../../../storage/library/open-workspace.ts'
import { buildDocument } from '../../../storage/model/document.ts'
import { mediaIdSchema } from '../../../storage/model/ids.ts'
import { languageTagSchema } from '../../../storage/model/language.ts'
import { slugSchema } from '../../../storage/model/record.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { verify } from '../../../storage/publish/verify.ts'
import { launchGalley } from '../fixtures/launch.ts'
import type { Galley } from '../fixtures/launch.ts'

const run = promisify(execFile)
const project = join(import.meta.dirname, '../../..')
const english = languageTagSchema.parse('en')

let folder: string
let galley: Galley

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-dragging-'))
})

test.afterEach(async () => {
  await galley.kill()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

test('a bundle of another workspace is dropped in with its photo, dragged out whole, and opened when it comes back', async () => {
  const bundle = await bundleOfElsewhere()
  galley = await launchGalley({ workspace: join(folder, 'desk') })
  const { page } = galley
  const messages = page.getByRole('status', { name: 'Messages' })
  const headline = page.locator('.ProseMirror h1')
  await noteDrags()

  await drop(bundle)
  await expect(messages).toContainText('1 story imported.', { timeout: 30_000 })
  await page.getByRole('option', { name: /The ferry bell rings again/ }).click()
  await expect(page.locator('.ProseMirror figure img')).toBeVisible({ timeout: 30_000 })
  await drop(bundle)
  await expect(messages).toContainText('No new story imported.')

  await drag('FERRY-BELL')
  const [carried = ''] = await dragged()
  expect(basename(carried)).toBe('FERRY-BELL')
  expect(await verify(carried)).toEqual({ ok: true, problems: [] })

  // What stands in the way of publishing a story stands in no way of carrying it.
  await page.keyboard.press('Control+n')
  await expect(headline).toHaveText('')
  await drag('No headline')
  await expect(messages).toContainText('STORY goes as a draft without its photos')
  const [draft = ''] = await dragged()
  expect(basename(draft)).toBe('STORY.json')

  await drop(carried)
  await expect(headline).toHaveText('The ferry bell rings again')
  await expect(page.getByRole('option')).toHaveCount(2)
  await galley.close()
  expect(existsSync(carried)).toBe(false)
})

/** A bundle that another workspace published: a story with a photo. */
async function bundleOfElsewhere(): Promise<string> {
  const [root, bundle] = [join(folder, 'elsewhere'), join(folder, 'bundle')]
  const workspace = await createWorkspace(root, { name: 'Elsewhere', language: english })
  await workspace.close()
  const media = await storePhoto(root)
  const words = (name: string, text: string) => schema.node(name, null, [schema.text(text)])
  const figure = schema.node('figure', { media, alt: 'A bell hangs from a beam.', credit: 'Nune Aramian/Halyard' }, [
    words('caption', 'The bell on its new rope.'),
  ])
  const text = words('paragraph', 'The bell was hung on Tuesday, in front of half the town.')
  const again = await openWorkspace(root)
  const { record } = await again.createStory({
    language: english,
    slug: slugSchema.parse('FERRY-BELL'),
    byline: ['Nune Aramian'],
    document: buildDocument('The ferry bell rings again', 'It hung silent for a winter.', [figure, text]),
  })
  await again.close()
  await commandLine('publish', record.id, '--out', bundle, '--workspace', root)
  return bundle
}

async function storePhoto(root: string) {
  const photo = join(project, 'build/sample/bridge.jpg')
  const added: unknown = JSON.parse(await commandLine('photo', photo, '--workspace', root))
  return z.object({ photos: z.tuple([z.object({ media: mediaIdSchema })]) }).parse(added).photos[0].media
}

async function commandLine(...words: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [join(project, 'dist/cli/galley.mjs'), ...words, '--json'])
  return stdout
}

/** Takes the place of the system, which cannot be driven here: notes what it would carry. */
async function noteDrags(): Promise<void> {
  await galley.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    if (window === undefined) return
    window.webContents.startDrag = ({ file, files, icon }) => {
      if (typeof icon !== 'string' && icon.isEmpty()) throw new Error('a drag needs something to show')
      process.env['CARRIED'] = JSON.stringify(files ?? [file])
    }
  })
}

/** What the system was last asked to carry. */
async function dragged(): Promise<string[]> {
  const carried = (): Promise<string> => galley.app.evaluate(() => process.env['CARRIED'] ?? '')
  await expect.poll(carried, { timeout: 30_000 }).not.toBe('')
  const files: unknown = JSON.parse(await carried())
  await galley.app.evaluate(() => {
    process.env['CARRIED'] = ''
  })
  await galley.page.mouse.up()
  return z.array(z.string()).parse(files)
}

/** Pulls a row with the pointer, and holds it. */
async function drag(words: string): Promise<void> {
  const { page } = galley
  const box = await page.getByRole('option').filter({ hasText: words }).boundingBox()
  const [x, y] = [(box?.x ?? 0) + 60, (box?.y ?? 0) + 20]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 20, y + 30, { steps: 4 })
}

/** Drops a file or folder, as the system does: what is dropped has a path. An empty desk has no list. */
async function drop(path: string): Promise<void> {
  const { page } = galley
  const box = await page.getByRole('listbox').or(page.getByRole('main')).first().boundingBox()
  const at = { x: (box?.x ?? 0) + 30, y: (box?.y ?? 0) + 60 }
  const devtools = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items: [], files: [path], dragOperationsMask: 1 }
    await devtools.send('Input.dispatchDragEvent', { type, ...at, data })
  }
  await devtools.detach()
}
