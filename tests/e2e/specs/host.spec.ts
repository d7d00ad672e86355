import { expect, test } from '@playwright/test'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchGalley } from '../fixtures/launch.ts'
import type { Galley } from '../fixtures/launch.ts'
import { startOnce } from '../fixtures/start-once.ts'

let folder: string
let workspace: string
let profile: string

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-host-'))
  workspace = join(folder, 'archive')
  profile = join(folder, 'profile')
})

test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** Starts a story and has it open in the window. */
async function openNewStory({ page }: Galley): Promise<string> {
  return page.evaluate(async () => {
    const info = await window.galley.desk.info(null)
    if (!info.ok) throw new Error(info.error.message)
    const made = await window.galley.stories.create({ language: info.value.settings.language })
    if (!made.ok) throw new Error(made.error.message)
    await window.galley.stories.open(made.value)
    return made.value.id
  })
}

test('a second start of the same workspace shows the first window and ends', async () => {
  const galley = await launchGalley({ workspace, profile })
  await galley.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const shown: string[] = []
    Object.assign(globalThis, { shown })
    if (window !== undefined)
      Object.assign(window, { show: () => shown.push('show'), focus: () => shown.push('focus') })
  })
  expect(await startOnce({ workspace, profile })).toMatchObject({ code: 0 })
  const shown = () => galley.app.evaluate(() => (globalThis as unknown as { shown: string[] }).shown)
  await expect.poll(shown).toEqual(['show', 'focus'])
  expect(await galley.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  await galley.close()
})

test('a workspace that another program holds is not opened, and who holds it is said', async () => {
  const galley = await launchGalley({ workspace, profile })
  const second = await startOnce({ workspace, profile: join(folder, 'other-profile') })
  expect(second.code).toBe(3)
  expect(second.errors).toMatch(/Galley[^\n]*\.\n/)
  expect(second.errors).toContain('GalleyError workspace_locked')
  await galley.close()
})

test('a workspace of a newer Galley is left as it is', async () => {
  const file = join(workspace, 'galley.json')
  const content = '{"format":99,"name":"Tomorrow"}'
  await mkdir(workspace)
  await writeFile(file, content)
  const ended = await startOnce({ workspace, profile })
  expect(ended.code).toBe(3)
  expect(ended.errors).toContain('newer_format')
  expect(await readFile(file, 'utf8')).toBe(content)
  expect(await readdir(workspace)).toEqual(['galley.json'])
})

test('a folder that holds something else is not made a workspace', async () => {
  await mkdir(workspace)
  await writeFile(join(workspace, 'holiday.txt'), 'sun')
  expect(await startOnce({ workspace, profile })).toMatchObject({ code: 3 })
  expect(await readdir(workspace)).toEqual(['holiday.txt'])
})

test('the window opens again where it was left, with the story that was open', async () => {
  const bounds = { x: 40, y: 30, width: 1100, height: 720 }
  const first = await launchGalley({ workspace, profile })
  const story = await openNewStory(first)
  await first.app.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted), bounds)
  await first.close()

  const second = await launchGalley({ workspace, profile })
  expect(await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(
    bounds,
  )
  const info = await second.page.evaluate(() => window.galley.desk.info(null))
  expect(info).toMatchObject({ ok: true, value: { openStory: story, workspace } })
  await second.close()
})

test('the system’s parts follow the theme of the settings, now and next time', async () => {
  // Asked of the host: a driven page is always told that the system is light.
  const isDark = ({ app }: Galley) => app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)
  const first = await launchGalley({ workspace, profile })
  expect(await isDark(first)).toBe(false)
  const heard = first.page.evaluate(
    () => new Promise<string>((resolve) => window.galley.on('settings', ({ theme }) => resolve(theme))),
  )
  await first.page.evaluate(() => window.galley.desk.changeSettings({ theme: 'dark' }))
  expect(await heard).toBe('dark')
  await expect.poll(() => isDark(first)).toBe(true)
  await first.close()

  const second = await launchGalley({ workspace, profile })
  expect(await isDark(second)).toBe(true)
  await second.close()
})

test('a key of the menu reaches the page first and acts once', async () => {
  const galley = await launchGalley({ workspace, profile })
  await galley.page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    window.galley.on('menu', ({ command }) => heard.push(command))
    // The page takes one key for itself and lets the other pass.
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key.toLowerCase() === 'k') event.preventDefault()
        event.stopImmediatePropagation()
      },
      { capture: true },
    )
    document.addEventListener('keydown', (event) => event.stopImmediatePropagation(), { capture: true })
  })
  await galley.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.focus()
    for (const keyCode of ['K', 'P']) contents?.sendInputEvent({ type: 'keyDown', keyCode, modifiers: ['control'] })
  })
  const heard = () => galley.page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  await expect.poll(heard).toContain('go-to-story')
  expect(await heard()).not.toContain('palette')
  await galley.close()
})

test('a page that hangs keeps its window until the editor gives it up', async () => {
  const galley = await launchGalley({ workspace, profile })
  await openNewStory(galley)
  await galley.app.evaluate(({ BrowserWindow, dialog }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = (...values: unknown[]) => {
      const { message } = values.at(-1) as { message: string }
      asked.push(message)
      return Promise.resolve({ response: asked.length > 1 ? 1 : 0, checkboxChecked: false })
    }
    void BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('for (;;) {}')
  })
  const asked = () => galley.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked.length)
  const closeWindow = () => galley.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await closeWindow()
  await expect.poll(asked, { timeout: 15_000 }).toBe(1)
  expect(await galley.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  const ended = new Promise((resolve) => galley.app.process().once('exit', resolve))
  await closeWindow()
  expect(await ended).toBe(0)
  // All is given back: the next start finds no lock and no leftovers.
  const again = await launchGalley({ workspace, profile })
  await again.close()
})

test('a page that dies comes back with its story and everything that was saved', async () => {
  const galley = await launchGalley({ workspace, profile })
  await galley.page.keyboard.press('Control+N')
  await galley.page.locator('.ProseMirror > p').last().click()
  await galley.page.keyboard.type('The bridge over the gorge opened on Tuesday')
  await expect(galley.page.locator('[data-safety="saved"]')).toBeVisible()
  await galley.app.evaluate(({ BrowserWindow, dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false })
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
  })
  // Asked through the host: the driver has given the page up. A page that dies answers no question.
  const shown = () =>
    galley.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      if (contents === undefined || contents.isCrashed() || contents.isLoading()) return ''
      const silence = new Promise<string>((resolve) => setTimeout(() => resolve(''), 1000))
      const text = contents.executeJavaScript("document.querySelector('.ProseMirror')?.textContent ?? ''")
      return String(await Promise.race([text, silence]))
    })
  await expect.poll(shown, { timeout: 30_000 }).toContain('The bridge over the gorge opened on Tuesday')
  await galley.close()
})

test('files come in through the system’s dialogs', async () => {
  const text = join(folder, 'bridge.txt')
  const nothing = join(folder, 'nothing.jpg')
  await writeFile(
    text,
    'Bridge opens at Vernashat\n\nThe bridge over the gorge opened on Tuesday after two years of work.\n',
  )
  await writeFile(nothing, Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x00, 0x01, 0x02, 0xfe))
  const galley = await launchGalley({ workspace, profile })
  const choosing = (paths: string[]) =>
    galley.app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths })
    }, paths)

  await choosing([text, nothing])
  const imported = await galley.page.evaluate(() => window.galley.importing.choose(null))
  expect(imported).toMatchObject({
    ok: true,
    value: { imported: [{ file: 'bridge.txt' }], refused: [{ file: 'nothing.jpg' }] },
  })

  await choosing([nothing])
  const added = await galley.page.evaluate(() => window.galley.media.choose(null))
  expect(added).toMatchObject({
    ok: true,
    value: { photos: [], refused: [{ file: 'nothing.jpg', code: 'not_an_image' }] },
  })

  await choosing([])
  expect(await galley.page.evaluate(() => window.galley.publishing.chooseDestination(null))).toEqual({
    ok: true,
    value: { folder: null, freeBytes: null },
  })
  await galley.close()
})

test('a folder that no editor picked is not published to', async () => {
  const galley = await launchGalley({ workspace, profile })
  const id = await openNewStory(galley)
  const publishTo = (target: string) =>
    galley.page.evaluate(
      ([story, wanted]) =>
        window.galley.publishing.publish({
          ids: [story as never],
          folder: wanted,
          formats: ['html'],
          note: '',
          kind: 'publish',
          zip: false,
        }),
      [id, target] as const,
    )
  const elsewhere = join(folder, 'elsewhere')
  expect(await publishTo(elsewhere)).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  const set = (outbox: string) =>
    galley.page.evaluate((wanted) => window.galley.desk.changeSettings({ outbox: wanted }), outbox)
  expect(await set(elsewhere)).toMatchObject({ ok: false, error: { code: 'invalid_input' } })

  await galley.app.evaluate(({ dialog }, picked) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [picked] })
  }, elsewhere)
  await galley.page.evaluate(() => window.galley.publishing.chooseDestination(null))
  // The story is empty: it gets past the folder and is stopped by the checks.
  expect(await publishTo(elsewhere)).toMatchObject({ ok: false, error: { code: 'blocked_by_findings' } })
  expect(await set(elsewhere)).toMatchObject({ ok: true, value: { outbox: elsewhere } })
  await galley.close()
})
