import { expect, test } from '@playwright/test'
import { StoryWorkspace } from '../fixtures/story-workspace.ts'

let desk: StoryWorkspace

test.afterEach(async () => {
  await desk.galley.close()
  await desk.remove()
})

test('a story goes to the trash with its last words, comes back by undo, by hand, or not at all', async () => {
  desk = await StoryWorkspace.open([
    { slug: 'FERRY', headline: 'The ferry is back', body: ['It left.'] },
    { slug: 'LAKE', headline: 'The lake is frozen', body: ['Ice.'] },
  ])
  const { page } = desk
  const { keyboard } = page
  const stories = page.getByRole('listbox', { name: 'All stories' })
  const toast = page.getByRole('status', { name: 'Messages' })
  const copy = page.getByRole('textbox', { name: 'Text of FERRY' })
  await copy.locator('p', { hasText: 'It left' }).click()
  await keyboard.press('End')
  await keyboard.type(' At last.')
  await stories.focus()
  await keyboard.press('Delete')
  await expect(toast).toContainText('FERRY is in the trash.')
  await expect(copy).toHaveCount(0)
  await expect(page.getByText('No story open')).toBeVisible()
  await expect(stories.getByRole('option')).toHaveCount(1)

  await toast.getByRole('button', { name: 'Undo' }).click()
  await expect(copy.locator('p', { hasText: 'It left' })).toHaveText('It left. At last.')
  await expect(stories.getByRole('option')).toHaveCount(2)

  await copy.click()
  await keyboard.press('Control+Shift+Backspace')
  await expect(stories.getByRole('option')).toHaveCount(1)
  await stories.focus()
  await keyboard.press('Delete')
  await expect(stories).toHaveCount(0)

  await page.getByRole('button', { name: 'Trash' }).click()
  const trash = page.getByRole('listbox', { name: 'Trash' })
  await expect(trash).toBeFocused()
  await expect(trash.getByRole('option')).toHaveText([
    /LAKE.*The lake is frozen.*Tobi Okafor, \d\d:\d\d.*30 days left/s,
    /FERRY.*The ferry is back.*Tobi Okafor, \d\d:\d\d.*30 days left/s,
  ])
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(trash.getByRole('option')).toHaveCount(1)

  await page.getByRole('button', { name: 'Empty trash' }).click()
  const question = page.getByRole('dialog', { name: 'Empty the trash?' })
  await expect(question).toContainText('1 story is removed for good, with every version.')
  await keyboard.press('Escape')
  await expect(trash.getByRole('option')).toHaveCount(1)
  await page.getByRole('button', { name: 'Empty trash' }).click()
  await question.getByRole('button', { name: 'Empty trash' }).click()
  await expect(page.getByText('The trash is empty')).toBeVisible()
  await page.getByRole('button', { name: 'Back to the stories' }).click()
  await expect(stories.getByRole('option')).toHaveText([/FERRY/])
  await stories.focus()
  await keyboard.press('Enter')
  await expect(copy.locator('p', { hasText: 'It left' })).toHaveText('It left. At last.')
})
