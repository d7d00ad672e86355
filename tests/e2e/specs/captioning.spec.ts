import { expect, test } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { figures } from '../../../storage/model/figures.ts'
import { StoryWorkspace, blocksOf } from '../fixtures/story-workspace.ts'
import { drop, paste } from '../fixtures/transfer.ts'
import type { Transferred } from '../fixtures/transfer.ts'

let desk: StoryWorkspace

test.afterEach(async () => {
  await desk.remove()
})

const photos = join(import.meta.dirname, '../../fixtures/photos')
const copy = () => desk.page.getByRole('textbox', { name: 'Text of FERRY' })
const details = () => desk.page.getByRole('dialog', { name: 'Alt text and credit' })
const saved = () => expect(desk.page.getByRole('contentinfo')).toContainText('Saved')

/** A photo of the fixtures, as a file of the system. */
async function photo(name: string, type = 'image/jpeg'): Promise<Transferred> {
  return { file: { name, type, bytes: await readFile(join(photos, name)) } }
}

test('a dropped JPEG is captioned in place, with alt text and credit, and each act is undone', async () => {
  desk = await StoryWorkspace.open([{ slug: 'FERRY', headline: 'H', standfirst: 'S', body: ['One.', 'Two.'] }])
  const { page } = desk
  const { keyboard } = page
  await drop(copy().locator('p', { hasText: 'One.' }), await photo('plain.jpg'), 0.7)
  const image = copy().locator('figure img')
  await expect(image).toHaveAttribute('src', /^media:\/\/photo\/[0-9a-f]{64}\?w=1280$/)
  expect(
    await image.evaluate(async (element: HTMLImageElement) => (await element.decode(), element.naturalWidth)),
  ).toBeGreaterThan(0)
  await expect(page.getByRole('button', { name: 'Alt text is missing' })).toBeVisible()

  // The caret waits in the caption.
  await keyboard.type('The quay at noon, "calm"')
  await expect(copy().locator('figcaption')).toHaveText('The quay at noon, “calm”')

  await keyboard.press('Alt+Enter')
  await expect(details()).toBeVisible()
  await keyboard.type('Boats beside a stone wall')
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await keyboard.type('Luk/Wire')
  await keyboard.press('Enter')
  await keyboard.press('Escape')
  await expect(copy()).toBeFocused()
  await expect(image).toHaveAttribute('alt', 'Boats beside a stone wall')
  await expect(copy().locator('figcaption')).toHaveAttribute('data-credit', 'Luk/Wire')
  await expect(page.getByRole('button', { name: 'Alt text is missing' })).toHaveCount(0)

  await keyboard.press('Control+z')
  await expect(copy().locator('figcaption')).not.toHaveAttribute('data-credit')
  await keyboard.press('Control+z')
  await expect(image).toHaveAttribute('alt', '')
  await keyboard.press('Control+y')
  await keyboard.press('Control+y')
  await saved()
  const { document } = await desk.closeAndRead()
  expect(blocksOf(document).slice(2)).toEqual([
    'paragraph: One.',
    'figure: The quay at noon, “calm”',
    'paragraph: Two.',
  ])
  expect(figures(document)[0]?.attributes).toMatchObject({ alt: 'Boats beside a stone wall', credit: 'Luk/Wire' })
})

test('a photo brings its caption and inherits alt text and credit; making it decorative silences it', async () => {
  desk = await StoryWorkspace.open([{ slug: 'FERRY', headline: 'H', standfirst: 'S', body: ['One.'] }])
  const { page } = desk
  const { keyboard } = page
  await drop(copy().locator('p', { hasText: 'One.' }), await photo('xmp.jpg'), 0.7)
  await expect(copy().locator('figcaption')).not.toHaveText('')
  await expect(copy().locator('figcaption')).toHaveAttribute('data-credit', /\S/)
  await keyboard.press('Alt+Enter')
  await details().getByRole('checkbox').focus()
  await keyboard.press('Space')
  await expect(copy().locator('figure img')).toHaveAttribute('alt', '')
  await keyboard.press('Escape')
  await keyboard.press('Control+z')
  await expect(copy().locator('figure img')).not.toHaveAttribute('alt', '')
  await saved()
  const { document } = await desk.closeAndRead()
  expect(figures(document)[0]?.attributes).toMatchObject({ alt: null, credit: null, decorative: false })
})

test('a picture is pasted at the caret, taken out by keyboard, and comes back with undo', async () => {
  desk = await StoryWorkspace.open([{ slug: 'FERRY', headline: 'H', standfirst: 'S', body: ['One.', 'Two.'] }])
  const { page, galley } = desk
  const { keyboard } = page
  await copy().locator('p', { hasText: 'One.' }).click()
  await paste(copy(), await photo('clear.png', 'image/png'))
  await expect(copy().locator('figure img')).toHaveCount(1)
  await copy().locator('p', { hasText: 'Two.' }).click()
  await keyboard.press('Home')
  await keyboard.press('Backspace')
  await keyboard.press('Backspace')
  await expect(copy().locator('figure')).toHaveCount(0)
  await keyboard.press('Control+z')
  await expect(copy().locator('figure')).toHaveCount(1)
  await galley.close()
})

test('a file that is no picture is refused with a sentence, and the story stays as it was', async () => {
  desk = await StoryWorkspace.open([{ slug: 'FERRY', headline: 'H', standfirst: 'S', body: ['One.'] }])
  await drop(copy().locator('p', { hasText: 'One.' }), await photo('cut.jpg'), 0.7)
  await expect(desk.page.getByText(/cut\.jpg/)).toBeVisible()
  await expect(copy().locator('figure')).toHaveCount(0)
  await desk.galley.close()
})
