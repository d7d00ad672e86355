import { expect, test } from '@playwright/test'
import { mentions } from '../../../storage/model/mentions.ts'
import { quotations } from '../../../storage/model/quotations.ts'
import { StoryWorkspace } from '../fixtures/story-workspace.ts'

let desk: StoryWorkspace

test.afterEach(async () => {
  await desk.remove()
})

const copy = () => desk.page.getByRole('textbox', { name: 'Text of FERRY' })
const popover = () => desk.page.getByRole('dialog', { name: 'Tag quote' })
const saved = () => expect(desk.page.getByRole('contentinfo')).toContainText('Saved')

const body = [
  'The gate at the quay stayed shut on Monday.',
  '“We closed the gate ourselves,” said Ines Corda, the harbour master. “Nobody was hurt, and nobody will be.”',
  'Pavel Orsini, who runs the ferry, called the night “longer than any winter”.',
]
const names = [{ kind: 'person', name: 'Ines Corda', role: 'harbour master' }] as const

test('a suggestion of two runs is tagged as one quotation with the keyboard alone, undone and redone', async () => {
  desk = await StoryWorkspace.open([{ slug: 'FERRY', headline: 'Head', standfirst: 'Stand', body }], names)
  const { page } = desk
  const { keyboard } = page
  await expect(page.locator('.quote-suggested')).toHaveCount(3)
  await copy().focus()
  await keyboard.press('Control+Home')
  await keyboard.press("Control+Shift+'")
  await expect(popover()).toContainText('Suggestion 1 of 2')
  await expect(popover().getByRole('combobox', { name: 'Speaker' })).toBeFocused()
  await expect(popover().getByRole('combobox', { name: 'Speaker' })).toHaveValue('Ines Corda')
  await expect(popover().getByRole('option').first()).toContainText('harbour master')
  await keyboard.press('Enter')
  await expect(popover()).toHaveCount(0)
  await expect(copy()).toBeFocused()
  await expect(copy().locator('[data-quote]')).toHaveCount(2)
  await expect(page.getByRole('button', { name: 'Quote, Ines Corda, Unverified' })).toBeVisible()

  await keyboard.press('Control+z')
  await expect(copy().locator('[data-quote]')).toHaveCount(0)
  await keyboard.press('Control+y')
  await expect(copy().locator('[data-quote]')).toHaveCount(2)

  await saved()
  const { document } = await desk.closeAndRead()
  expect(quotations(document)).toMatchObject([
    {
      quote: { kind: 'direct', speaker: { name: 'Ines Corda', role: 'harbour master' } },
      runs: [{ text: '“We closed the gate ourselves,”' }, { text: '“Nobody was hurt, and nobody will be.”' }],
    },
  ])
  expect(quotations(document)[0]?.quote.speaker?.entity).not.toBeNull()
})

test('tagging goes from suggestion to suggestion, with kind, source and original words', async () => {
  desk = await StoryWorkspace.open([{ slug: 'FERRY', headline: 'Head', standfirst: 'Stand', body }], names)
  const { keyboard } = desk.page
  await expect(desk.page.locator('.quote-suggested')).toHaveCount(3)
  await copy().focus()
  await keyboard.press('Control+Home')
  await keyboard.press('Shift+F4')
  await expect(popover().getByRole('option').first()).toContainText('harbour master')
  await keyboard.press('Alt+Enter')
  await expect(popover()).toContainText('Suggestion 1 of 1')
  await keyboard.press('Control+a')
  await keyboard.type('Pavel Orsini')
  await keyboard.press('Tab')
  await keyboard.press('r')
  await keyboard.press('Tab')
  await keyboard.type('reporters')
  await keyboard.press('Tab')
  await keyboard.type('On the quay')
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await keyboard.type('Evening briefing')
  await keyboard.press('Enter')
  await expect(popover()).toHaveCount(0)
  await saved()
  const { document } = await desk.closeAndRead()
  expect(quotations(document)[1]?.quote).toMatchObject({
    kind: 'paraphrase',
    speaker: { name: 'Pavel Orsini' },
    said: { to: 'reporters', where: 'On the quay' },
    source: { kind: 'interview', title: 'Evening briefing' },
  })
})

test('selected words join the quotation before, and leave it again', async () => {
  const plain = ['“We closed the gate ourselves,” said Ines Corda. The rest was for the police.']
  desk = await StoryWorkspace.open([{ slug: 'FERRY', headline: 'Head', standfirst: 'Stand', body: plain }], names)
  const { page } = desk
  const { keyboard } = page
  await page.locator('.quote-suggested').click()
  await keyboard.press("Control+'")
  await expect(popover().getByRole('option').first()).toContainText('harbour master')
  await keyboard.press('Enter')
  await keyboard.press('End')
  for (let letters = 0; letters < 'police.'.length; letters += 1) await keyboard.press('Shift+ArrowLeft')
  await keyboard.press('F4')
  await expect(popover()).toBeVisible()
  await keyboard.press('ArrowUp')
  await expect(popover().getByRole('option', { selected: true })).toContainText('Part of the quote before')
  await keyboard.press('Enter')
  await expect(copy().locator('[data-quote]')).toHaveCount(2)
  const ids = await copy()
    .locator('[data-quote]')
    .evaluateAll((runs) => runs.map((run) => run.getAttribute('data-quote')))
  expect(new Set(ids).size).toBe(1)
  await keyboard.press('Control+z')
  await expect(copy().locator('[data-quote]')).toHaveText(['“We closed the gate ourselves,”'])
})

test('words that are no quotation are refused with Backspace in the empty field', async () => {
  desk = await StoryWorkspace.open([{ slug: 'FERRY', headline: 'Head', standfirst: 'Stand', body }], names)
  const { keyboard } = desk.page
  await expect(desk.page.locator('.quote-suggested')).toHaveCount(3)
  await copy().focus()
  await keyboard.press('Control+Home')
  await keyboard.press("Control+Shift+'")
  await expect(popover()).toContainText('Suggestion 1 of 2')
  await keyboard.press('Control+a')
  await keyboard.press('Backspace')
  await keyboard.press('Backspace')
  await expect(popover()).toContainText('Suggestion 1 of 1')
  await keyboard.press('Escape')
  await expect(copy()).toBeFocused()
  await expect(desk.page.locator('.quote-suggested')).toHaveText(['“longer than any winter”'])
})

test('a verified quotation shows that its words changed, and undo makes it verified again', async () => {
  desk = await StoryWorkspace.open([{ slug: 'FERRY', headline: 'Head', standfirst: 'Stand', body }], names)
  const { page } = desk
  const { keyboard } = page
  await page.locator('.quote-suggested', { hasText: 'longer' }).click()
  await keyboard.press('F4')
  await expect(popover()).toBeVisible()
  await keyboard.press('Enter')
  await expect(popover()).toHaveCount(0)
  await keyboard.press('Control+Shift+y')
  await expect(page.getByRole('button', { name: /Quote, .*, Verified$/ })).toBeVisible()
  await page.locator('[data-quote]').click()
  await keyboard.type('x')
  await expect(page.getByRole('button', { name: /Quote, .*, Changed since verification$/ })).toBeVisible()
  await expect(page.locator('.quote-changed')).toHaveCount(1)
  await keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: /Quote, .*, Verified$/ })).toBeVisible()
})

test('a name is tagged against the authority file, a new one is added, both by keyboard', async () => {
  desk = await StoryWorkspace.open([{ slug: 'FERRY', headline: 'Head', standfirst: 'Stand', body }], names)
  const { page } = desk
  const { keyboard } = page
  const tag = page.getByRole('dialog', { name: 'Tag person or place' })
  await copy()
    .getByText('Ines Corda')
    .click({ position: { x: 5, y: 5 } })
  await copy().locator('p', { hasText: 'Ines Corda' }).click()
  await keyboard.press('Home')
  for (let word = 0; word < 6; word += 1) await keyboard.press('Control+ArrowRight')
  await keyboard.press('Control+e')
  await expect(tag).toBeVisible()
  await keyboard.press('Control+a')
  await keyboard.type('Ines')
  await expect(tag.getByRole('option').first()).toContainText('Ines Corda')
  await keyboard.press('Enter')
  await expect(copy().locator('[data-mention]')).toHaveAttribute('data-name', 'Ines Corda')
  await keyboard.press('Control+z')
  await expect(copy().locator('[data-mention]')).toHaveCount(0)

  await copy()
    .getByText('Pavel')
    .dblclick({ position: { x: 8, y: 10 } })
  await keyboard.press('Control+e')
  await expect(tag).toBeVisible()
  await keyboard.press('Control+a')
  await keyboard.type('Pavel Orsini')
  await keyboard.press('Tab')
  await keyboard.press('o')
  await expect(tag.getByRole('option', { selected: true })).toContainText('as a new organisation')
  await keyboard.press('p')
  await keyboard.press('Enter')
  await expect(copy().locator('[data-mention]')).toHaveAttribute('data-kind', 'person')
  await saved()
  const { document } = await desk.closeAndRead()
  expect(mentions(document)).toMatchObject([{ text: 'Pavel', name: 'Pavel Orsini', kind: 'person' }])
})
