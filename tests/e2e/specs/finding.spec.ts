import { expect, test } from '@playwright/test'
import { look } from '../fixtures/look.ts'
import { StoryWorkspace } from '../fixtures/story-workspace.ts'

let desk: StoryWorkspace

test.afterEach(async () => {
  await desk.remove()
})

const body = [
  'The gate at the quay stayed shut on Monday.',
  '“We closed the gate ourselves,” said Ines Corda, the harbour master.',
  'Nobody knew who had the key of the gate.',
]

test('words are found and replaced by keyboard, quoted ones are left alone, and one undo takes it back', async () => {
  desk = await StoryWorkspace.open([{ slug: 'FERRY', headline: 'Gate shut', standfirst: 'No key', body }])
  const { page } = desk
  const { keyboard } = page
  const copy = page.getByRole('textbox', { name: 'Text of FERRY' })
  const bar = page.getByRole('search', { name: 'Find in the story' })
  const find = bar.getByRole('textbox', { name: 'Find' })
  await expect(page.locator('.quote-suggested')).toHaveCount(1)
  await copy.focus()
  await keyboard.press("Control+Shift+'")
  await page.getByRole('dialog', { name: 'Tag quote' }).waitFor()
  await keyboard.press('Enter')
  await expect(copy.locator('[data-quote]')).toHaveCount(1)

  await keyboard.press('Control+f')
  await expect(find).toBeFocused()
  await keyboard.type('gate')
  await expect(bar.getByRole('status')).toHaveText(/^\d of 4, 1 in quotes$/)
  await expect(copy.locator('.found--here')).toHaveText(/gate/i)
  await keyboard.press('Enter')
  await keyboard.press('Shift+Enter')
  await expect(find).toBeFocused()
  await keyboard.press('Alt+c')
  await expect(bar.getByRole('status')).toHaveText(/of 3, 1 in quotes$/)
  await keyboard.press('Control+h')
  await look(page, 'find')
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('door')
  await keyboard.press('Control+Enter')
  await expect(page.getByText('2 places replaced; 1 in quotes left as they are.')).toBeVisible()
  await expect(copy).toContainText('The door at the quay')
  await expect(copy).toContainText('We closed the gate ourselves')
  await keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  await expect(copy).toBeFocused()
  await keyboard.press('Control+z')
  await expect(copy).toContainText('The gate at the quay')
  await expect(copy).toContainText('the key of the gate')
})
