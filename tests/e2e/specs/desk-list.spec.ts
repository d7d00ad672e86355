import { expect, test } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWorkspace } from '../../../storage/library/open-workspace.ts'
import { look } from '../fixtures/look.ts'
import { makeFullDesk } from '../fixtures/full-desk.ts'
import { launchGalley } from '../fixtures/launch.ts'
import type { Galley } from '../fixtures/launch.ts'
import { StoryWorkspace } from '../fixtures/story-workspace.ts'

const numbered = (count: number) =>
  Array.from({ length: count }, (_, number) => ({
    slug: `WIRE-${String(number).padStart(3, '0')}`,
    headline: `Wire ${number}`,
    body: ['Words.'],
  }))

test('stories are selected with keys and pointer, also those that are not loaded, and changed together', async () => {
  const desk = await StoryWorkspace.open(numbered(125))
  try {
    const { page } = desk
    const { keyboard } = page
    const stories = page.getByRole('listbox', { name: 'All stories' })
    const toast = page.getByRole('status', { name: 'Messages' })
    const selected = page.getByRole('group', { name: 'Selected stories' }).getByRole('status')
    const row = (slug: string) => stories.getByRole('option', { name: new RegExp(slug) })
    // The story that is open is the oldest: its row is brought into sight before anybody has scrolled there.
    await expect(row('WIRE-000')).toHaveAttribute('aria-current', 'true')
    await expect(stories).toHaveAttribute('aria-multiselectable', 'true')

    await stories.focus()
    await keyboard.press('Home')
    await keyboard.press('Shift+ArrowDown')
    await keyboard.press('Shift+ArrowDown')
    await expect(selected).toHaveText('3 selected')
    await keyboard.press('Shift+ArrowUp')
    await expect(selected).toHaveText('2 selected')
    await expect(row('WIRE-123')).toHaveAttribute('aria-selected', 'true')
    await expect(row('WIRE-122')).toHaveAttribute('aria-selected', 'false')
    await row('WIRE-121').click({ modifiers: ['ControlOrMeta'] })
    await row('WIRE-123').click({ modifiers: ['ControlOrMeta'] })
    await expect(selected).toHaveText('2 selected')
    await row('WIRE-121').click({ modifiers: ['Shift'] })
    await expect(selected).toHaveText('4 selected')
    await keyboard.press('x')
    await expect(selected).toHaveText('3 selected')
    await keyboard.press('Control+Space')
    await keyboard.press('Escape')
    await expect(selected).toHaveCount(0)
    await keyboard.press('Home')
    await keyboard.press('Shift+End')
    await expect(selected).toHaveText('125 selected')
    await keyboard.press('Escape')
    await keyboard.press('Home')
    await keyboard.press('Control+a')
    await expect(selected).toHaveText('125 selected')
    await keyboard.press('Shift+ArrowDown')

    await row('WIRE-121').click({ button: 'right' })
    const menu = page.getByRole('menu', { name: '125 selected' })
    await menu.getByRole('menuitem', { name: 'Status' }).click()
    await page.getByRole('menuitem', { name: 'In edit' }).click()
    await expect(toast).toContainText('125 stories set to In edit.', { timeout: 30_000 })
    await expect(selected).toHaveText('125 selected')
    await expect(stories.getByRole('option').first()).toContainText('In edit')
    await expect(page.getByRole('complementary')).toContainText('In edit')
    const story = await desk.closeAndRead()
    expect(story.record).toMatchObject({
      status: 'in_edit',
      moves: [{ from: 'draft', to: 'in_edit', by: 'Tobi Okafor' }],
    })
  } finally {
    await desk.remove()
  }
})

test('stories are grouped, tagged, published and trashed together, and each that may not be changed is named', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'galley-desk-list-'))
  const root = join(folder, 'archive')
  const start = { workspace: root, profile: join(folder, 'profile') }
  const id = await makeFullDesk(root)
  let galley: Galley = await launchGalley({ ...start, args: ['--story', id] })
  try {
    let { page } = galley
    const list = () => page.getByRole('listbox', { name: 'All stories' })
    const row = (slug: string) => list().getByRole('option', { name: new RegExp(slug) })
    const toast = page.getByRole('status', { name: 'Messages' })
    const bar = page.getByRole('group', { name: 'Selected stories' })

    await row('GRAIN-KESSEL').click({ modifiers: ['ControlOrMeta'] })
    await row('LAKE-ICE').click({ modifiers: ['ControlOrMeta'] })
    await row('FERRY-TIMES').click({ modifiers: ['ControlOrMeta'] })
    await look(page, 'list-selected')
    await page.keyboard.press('Shift+F10')
    await expect(page.getByRole('menu', { name: '3 selected' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(list()).toBeFocused()
    await page.keyboard.press('s')
    await page.getByRole('menuitem', { name: 'Draft' }).click()
    const problem = page.getByRole('dialog')
    await expect(problem).toContainText('GRAIN-KESSEL was left as it is.')
    await expect(problem).toContainText('one that is withdrawn cannot be made draft by hand')
    await expect(toast).toContainText('1 story set to Draft.')
    await page.keyboard.press('Escape')
    await bar.getByRole('button', { name: 'Tag…' }).click()
    await page.keyboard.type('winter, ice')
    await page.keyboard.press('Enter')
    await expect(toast).toContainText('3 stories tagged with winter, ice.')
    await bar.getByRole('button', { name: 'Desk' }).click()
    await page.getByRole('menuitem', { name: 'Home' }).click()
    await expect(toast).toContainText('1 story moved to Home.')

    await list().focus()
    await page.keyboard.press('Delete')
    await expect(toast).toContainText('3 stories are in the trash.')
    await expect(list().getByRole('option')).toHaveCount(3)
    await toast.getByRole('button', { name: 'Undo' }).click()
    await expect(list().getByRole('option')).toHaveCount(6)

    await list().focus()
    await page.keyboard.press('Control+a')
    await row('LAKE-ICE').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Publish…' }).click()
    const sheet = page.getByRole('dialog', { name: 'Publish 6 stories' })
    const smaller = () => page.getByRole('dialog', { name: /^Publish [45] stories$/ })
    await expect(sheet).toContainText('Fix or leave out 2 stories to publish')
    await sheet.getByRole('listitem').filter({ hasText: 'Mountain Town' }).getByRole('button').click()
    await smaller().getByRole('button', { name: 'Leave FERRY-TIMES out' }).click()
    await smaller().getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(page.getByRole('dialog', { name: '4 stories are published' })).toBeVisible({ timeout: 30_000 })
    await page.keyboard.press('Enter')
    await list().focus()
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Group the list' }).click()
    await page.getByRole('menuitem', { name: 'By desk' }).click()
    await expect(list().getByRole('group')).toHaveCount(2)
    await expect(list().getByRole('group', { name: 'Home' }).getByRole('option')).toHaveCount(3)
    await look(page, 'list-grouped')
    await page.getByRole('tab', { name: /Foreign/ }).click()
    await page.getByRole('button', { name: 'All saved searches' }).click()
    await page.getByRole('menuitem', { name: 'Keep this search…' }).click()
    await page.keyboard.type('The foreign desk')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'All saved searches' }).click()
    await page.getByRole('menuitem', { name: 'Rename this search…' }).click()
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('The foreign desk')
    await page.keyboard.type('Abroad')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)

    await galley.close()
    galley = await launchGalley(start)
    ;({ page } = galley)
    await expect(list().getByRole('group')).toHaveCount(2)
    await page.getByRole('button', { name: 'All saved searches' }).click()
    await page.getByRole('menuitem', { name: 'Abroad' }).click()
    await expect(page.getByRole('tab', { name: /Foreign/ })).toHaveAttribute('aria-selected', 'true')
    await galley.close()
    const workspace = await openWorkspace(root)
    const { stories } = await workspace.list({ query: 'slug:LAKE-ICE', limit: 1 })
    const [lake] = stories
    if (lake === undefined) throw new Error('The story is listed.')
    const { record } = await workspace.readStory(lake.id)
    expect(record).toMatchObject({ keywords: ['winter', 'ice'], desk: 'Home', status: 'published' })
    await workspace.close()
  } finally {
    await galley.kill()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})
