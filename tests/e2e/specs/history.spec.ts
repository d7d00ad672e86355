import { expect, test } from '@playwright/test'
import { StoryWorkspace, blocksOf } from '../fixtures/story-workspace.ts'

let desk: StoryWorkspace

test.afterEach(async () => {
  await desk.remove()
})

const copy = () => desk.page.getByRole('textbox', { name: 'Text of FERRY' })
const bar = () => desk.page.getByRole('contentinfo')
const toast = () => desk.page.getByRole('status', { name: 'Messages' })
const versions = () => desk.page.getByRole('listbox', { name: 'Versions' })
const versionNames = async (): Promise<(string | null)[]> =>
  Promise.all(
    (await versions().getByRole('option').all()).map((option) => option.locator('.visually-hidden').textContent()),
  )

async function nameVersion(name: string): Promise<void> {
  const { page } = desk
  await page.keyboard.press('Control+s')
  await page.getByRole('dialog', { name: 'Name this version' }).getByRole('textbox', { name: 'Name' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(toast()).toContainText(`is named "${name}"`)
}

const given = {
  slug: 'FERRY',
  headline: 'The ferry is back',
  standfirst: 'It runs from Monday.',
  body: ['It left at 8.00 with forty people.', 'Nobody waved.', 'The crew of four came from Varn.'],
}

test('versions are named, counted and compared, one change is taken back, one version is restored', async () => {
  desk = await StoryWorkspace.open([given])
  const { page } = desk
  const { keyboard } = page
  await copy().locator('p', { hasText: 'It left' }).click()
  await keyboard.press('End')
  await nameVersion('First read')
  // The dialog gives the focus back a frame after it is gone: the next key is for the copy.
  await expect(copy()).toBeFocused()

  await keyboard.type(' Two dogs too.')
  // By keys: a double click soon after another click may take in more than one word.
  await keyboard.press('Home')
  await keyboard.press('Shift+ArrowRight')
  await keyboard.press('Shift+ArrowRight')
  await keyboard.type('She')
  await page.getByRole('button', { name: 'Draft Status' }).click()
  await page.getByRole('option', { name: 'In edit' }).click()

  await keyboard.press('Control+6')
  await expect(versions().getByRole('option')).toHaveCount(3)
  await expect
    .poll(versionNames)
    .toEqual([
      expect.stringMatching(/^Now\. As version 2/),
      expect.stringMatching(/^Version 2, \d\d:\d\d\. Status changed\. Tobi Okafor, 4 words added, 1 removed$/),
      expect.stringMatching(/^Version 1, \d\d:\d\d\. First read\. Tobi Okafor, 24 words added, 0 removed$/),
    ])
  await page.getByRole('radio', { name: 'Named' }).click()
  await expect(versions().getByRole('option')).toHaveCount(2)
  await page.getByRole('radio', { name: 'All' }).click()

  await copy().locator('p', { hasText: 'Nobody' }).click()
  await keyboard.press('Home')
  const scroll = await page.locator('.sheet').evaluate((element) => {
    element.scrollTop = 1
    return element.scrollTop
  })
  await versions().focus()
  await keyboard.press('End')
  await keyboard.press('Enter')

  await expect(bar()).toContainText('2 changes')
  await expect(bar()).toContainText('Version 1 to now')
  await expect(bar()).toContainText('Read only')
  const sheet = page.getByRole('group', { name: 'The copy with its changes' })
  await expect(sheet.getByRole('deletion')).toHaveText(['It'])
  await expect(sheet.getByRole('insertion')).toHaveText(['She', ' Two dogs too.'])
  await expect(sheet.getByRole('button', { name: '2 paragraphs not changed' })).toBeVisible()
  await expect(page.getByText('1 of 2')).toBeVisible()
  await keyboard.press('Alt+ArrowDown')
  await expect(page.getByText('2 of 2')).toBeVisible()
  await keyboard.press('Alt+ArrowUp')
  await keyboard.press('Alt+Backspace')
  await expect(sheet.getByRole('deletion')).toHaveCount(0)
  await expect(bar()).toContainText('1 change')
  await expect(page.getByRole('complementary', { name: 'Changes' })).toContainText('+3 added, −0 removed')
  await keyboard.press('Control+z')
  await expect(sheet.getByRole('deletion')).toHaveText(['It'])
  await keyboard.press('Alt+Backspace')
  await expect(sheet.getByRole('deletion')).toHaveCount(0)
  await keyboard.press('Escape')
  await expect(versions()).toBeFocused()
  expect(await page.locator('.sheet').evaluate((element) => element.scrollTop)).toBe(scroll)
  await expect(copy().locator('p', { hasText: '8.00' })).toHaveText('It left at 8.00 with forty people. Two dogs too.')

  await keyboard.press('r')
  await expect(toast()).toContainText('Version 1 is restored.')
  await expect(copy().locator('p', { hasText: '8.00' })).toHaveText('It left at 8.00 with forty people.')
  await toast().getByRole('button', { name: 'Undo' }).click()
  await expect(copy().locator('p', { hasText: '8.00' })).toHaveText('It left at 8.00 with forty people. Two dogs too.')
  const before = await versionNames()

  await desk.reopen()
  await desk.page.keyboard.press('Control+6')
  await expect.poll(async () => (await versionNames()).slice(1)).toEqual(before.slice(1))
  const { document } = await desk.closeAndRead()
  expect(blocksOf(document)[2]).toBe('paragraph: It left at 8.00 with forty people. Two dogs too.')
})

test('a comparison is left to the same caret, and says when there is nothing to compare', async () => {
  desk = await StoryWorkspace.open([given])
  const { page } = desk
  const { keyboard } = page
  await copy().locator('p', { hasText: 'Nobody' }).click()
  await keyboard.press('Home')
  await keyboard.press('Control+Shift+d')
  await expect(page.getByText('Only one version so far.')).toBeVisible()
  await keyboard.press('Escape')
  await expect(copy()).toBeFocused()
  await nameVersion('First read')
  await expect(copy()).toBeFocused()
  await keyboard.type('Almost ')
  await keyboard.press('Control+Shift+d')
  await expect(page.getByRole('insertion')).toHaveText(['Almost '])
  await keyboard.press('Control+b')
  await keyboard.type('x')
  await page.getByRole('radio', { name: 'Side by side' }).click()
  await expect(page.getByRole('insertion')).toHaveText(['Almost '])
  await keyboard.press('Escape')
  await expect(copy()).toBeFocused()
  await keyboard.type('surely ')
  await expect(copy().locator('p', { hasText: 'Nobody' })).toHaveText('Almost surely Nobody waved.')
  await expect(copy().locator('strong')).toHaveCount(0)
})

test('facts and quotes are told apart, and a change of a photo or the record is named', async () => {
  desk = await StoryWorkspace.open([given])
  const { page } = desk
  const { keyboard } = page
  await nameVersion('First read')
  await copy().locator('p', { hasText: '8.00' }).click()
  await keyboard.press('End')
  await keyboard.press('ArrowLeft')
  await keyboard.type(' and 12 dogs')
  await copy().locator('p', { hasText: 'Nobody' }).click()
  await keyboard.press('End')
  await keyboard.press('ArrowLeft')
  await keyboard.type(' back')
  await page.getByRole('button', { name: 'Draft Status' }).click()
  await page.getByRole('option', { name: 'In edit' }).click()
  await keyboard.press('Control+Shift+d')
  const pane = page.getByRole('complementary', { name: 'Changes' })
  await expect(pane.getByRole('option')).toHaveCount(2)
  await pane.getByRole('radio', { name: 'Facts 1' }).click()
  await expect(pane.getByRole('option')).toHaveText([/and 12 dogs.*Paragraph 1, number/s])
  await expect(pane).toContainText('status Draft to In edit')
  await pane.getByRole('radio', { name: 'Quotes 0' }).click()
  await expect(pane).toContainText('No change of this kind.')
})
