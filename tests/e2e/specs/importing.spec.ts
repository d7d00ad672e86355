import { expect, test } from '@playwright/test'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { samplePage } from '../../../build/sample-desk.ts'
import { launchGalley } from '../fixtures/launch.ts'
import type { Galley } from '../fixtures/launch.ts'
import { drop } from '../fixtures/transfer.ts'

let folder: string
let galley: Galley

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-import-'))
  galley = await launchGalley({ workspace: join(folder, 'desk') })
})

test.afterEach(async () => {
  await galley.kill()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

const copy = () => galley.page.locator('.ProseMirror')
const rows = () => galley.page.getByRole('option')

test('a page pasted on the empty desk becomes a story, and what was left out is said', async () => {
  const { app, page } = galley
  const words = await readFile(samplePage, 'utf8')
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), words)
  await page.keyboard.press('Control+v')
  await expect(copy().locator('h1')).toHaveText('Mountain Town Walks Across Its Own Bridge Again')
  await expect(copy()).not.toContainText('Accessibility links')
  await page
    .getByRole('status', { name: 'Messages' })
    .filter({ hasText: /MOUNTAIN-TOWN-WALKS is imported, with \d+ notes/ })
    .getByRole('button', { name: 'Show', exact: true })
    .click()
  const report = page.getByRole('dialog', { name: 'What came in' })
  await expect(report).toContainText('Accessibility links')
  await expect(report).toContainText('XS · SM · MD · LG')
})

test('files dropped on the empty desk and on the list become stories, in their own language and direction', async () => {
  const { page } = galley
  const html =
    '<html><body><h1>پل دوباره باز شد</h1><p>شهردار گفت: «از این پس بچه‌ها آن را فقط از قصه‌ها می‌شناسند.»</p>' +
    '<p>مردم شهر نه زمستان از ته دره گذشته بودند و حالا از روی پل می‌گذرند.</p></body></html>'
  await drop(page.getByRole('main'), file('bridge.html', 'text/html', html), 0.5)
  await expect(copy().locator('h1')).toHaveText('پل دوباره باز شد')
  await expect(copy()).toHaveAttribute('lang', 'fa')
  await expect(copy()).toHaveAttribute('dir', 'rtl')

  const text = 'Կամուրջը կրկին բաց է\n\n«Ինը ձմեռ մենք այս ձորով էինք անցնում»,– ասաց քաղաքապետը։\n'
  await drop(page.getByRole('listbox'), file('bridge.txt', 'text/plain', text), 0.1)
  await expect(copy().locator('h1')).toHaveText('Կամուրջը կրկին բաց է')
  await expect(copy()).toHaveAttribute('lang', 'hy')
  await expect(rows()).toHaveCount(2)
})

test('a file that is no story is refused with a sentence, and the others come in', async () => {
  const { app, page } = galley
  const noise = new Uint8Array(3000).map((_, index) => (index * 37) % 256)
  await drop(page.getByRole('main'), { file: { name: 'noise.bin', type: '', bytes: noise } }, 0.5)
  await expect(page.getByRole('dialog', { name: 'What came in' })).toContainText('noise.bin')
  await expect(rows()).toHaveCount(0)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

function file(name: string, type: string, content: string) {
  return { file: { name, type, bytes: new TextEncoder().encode(content) } }
}
