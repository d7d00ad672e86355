import { expect, test } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeArchive } from '../../bench/archive-workspace.ts'
import { launchGalley } from '../fixtures/launch.ts'
import type { Galley } from '../fixtures/launch.ts'

const count = 1500

test('a list that is made anew fills by itself, says how far it is, and survives a kill in the middle', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'galley-archive-'))
  const workspace = join(folder, 'archive')
  await makeArchive(workspace, count, () => undefined)
  const total = (page: Galley['page']): Promise<number> =>
    page.evaluate(async () => {
      const answer = await window.galley.stories.list({ query: '', limit: 1 })
      return answer.ok ? answer.value.total : -1
    })

  const first = await launchGalley({ workspace })
  // Usable at once: rows are there while more of them are made.
  const making = first.page.getByRole('progressbar', { name: 'The list is made anew' })
  await expect(making).toContainText('of 1,500 stories')
  await expect(
    first.page.locator('.story-list-pane [role="option"], .story-list-pane [role="row"]').first(),
  ).toBeVisible()
  expect(await total(first.page)).toBeLessThan(count)
  await first.kill()

  const second = await launchGalley({ workspace })
  await expect(second.page.locator('.story-list-pane').getByText('1,500 stories', { exact: true })).toBeVisible({
    timeout: 30_000,
  })
  await expect(second.page.getByRole('progressbar', { name: 'The list is made anew' })).toBeHidden()
  expect(await total(second.page)).toBe(count)
  await second.close()
  await rm(folder, { recursive: true, force: true })
})
