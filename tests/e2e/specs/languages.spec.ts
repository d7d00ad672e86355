import { expect, test } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { quoteIdSchema, storyIdSchema } from '../../../storage/model/ids.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import { languageTagSchema } from '../../../storage/model/language.ts'
import { newQuote } from '../../../storage/model/quote.ts'
import { slugSchema } from '../../../storage/model/record.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { launchGalley } from '../fixtures/launch.ts'
import type { Galley } from '../fixtures/launch.ts'
import { StoredStories } from '../fixtures/stored-stories.ts'
import { drop } from '../fixtures/transfer.ts'

let stored: StoredStories
let galley: Galley

test.afterEach(async () => {
  await galley.close()
  await stored.remove()
})

/** A story with a tagged quotation and a keyword. */
async function storeSource(): Promise<StoryId> {
  const quote = quoteIdSchema.parse('01938f2a-6000-7a11-8b22-0c1d2e3f4a5b')
  const document = schema.node(
    'doc',
    { quotes: { [quote]: newQuote(quote, 'direct', { entity: null, name: 'Narek Safaryan', role: 'ferryman' }) } },
    [
      schema.node('headline', null, [schema.text('The ferry is back')]),
      schema.node('standfirst', null, [schema.text('It runs from Monday.')]),
      schema.node('paragraph', null, [
        schema.text('“We waited nine winters,”', [schema.mark('quote', { id: quote })]),
        schema.text(' Narek Safaryan said.'),
      ]),
    ],
  )
  return stored.with(async (workspace) => {
    const { record } = await workspace.createStory({
      language: languageTagSchema.parse('en'),
      slug: slugSchema.parse('FERRY'),
      keywords: ['ferries'],
      document,
    })
    return record.id
  })
}

test('a version in another language takes everything along, and is told when its source moves on', async () => {
  stored = await StoredStories.make([])
  const source = await storeSource()
  galley = await launchGalley({ workspace: stored.root, args: ['--story', source] })
  const { page } = galley
  const copy = page.getByRole('textbox', { name: 'Text of FERRY' })
  const rows = page.locator('.language-row')
  await expect(rows).toHaveCount(1)
  const bytes = await readFile(join(import.meta.dirname, '../../fixtures/photos/plain.jpg'))
  await drop(
    copy.locator('p', { hasText: 'nine winters' }),
    { file: { name: 'quay.jpg', type: 'image/jpeg', bytes } },
    0.7,
  )
  await expect(copy.locator('figure img')).toBeVisible()
  await page.keyboard.type('The quay at noon.')
  await page.getByRole('button', { name: 'Add a version in another language' }).click()
  await page.getByRole('menuitem', { name: /Русский|Russian/ }).click()

  await expect(copy).toHaveAttribute('lang', 'ru')
  await expect(copy.locator('h1')).toHaveText('The ferry is back')
  await expect(copy.locator('figcaption')).toHaveText('The quay at noon.')
  await expect(copy.locator('figure img')).toHaveAttribute('src', /^media:\/\/photo\//)
  await expect(rows).toHaveText([/Source/, /Current/])
  const versions = await page.evaluate((id) => window.galley.languages.list({ id }), source)
  if (!versions.ok) throw new Error(versions.error.message)
  const version = versions.value.versions.find(({ summary }) => summary.id !== source)?.summary.id ?? ''

  // Another window writes in the source.
  await page.evaluate(async (id) => {
    const opened = await window.galley.stories.open({ id })
    if (!opened.ok) throw new Error(opened.error.message)
    const slice = { content: [{ type: 'text', text: 'Late: ' }] }
    const steps = [{ stepType: 'replace', from: 1, to: 1, slice }]
    const client = crypto.randomUUID()
    const answer = await window.galley.stories.sendSteps({ id, version: opened.value.version, steps, client })
    if (!answer.ok) throw new Error(answer.error.message)
    await window.galley.stories.close({ id })
  }, source)
  await expect(rows).toHaveText([/Source/, /1 version behind/])
  await page.getByRole('button', { name: 'What changed' }).click()
  await expect(page.getByRole('group', { name: 'The copy with its changes' }).locator('ins')).toHaveText(['Late:'])
  await page.keyboard.press('Escape')
  await expect(copy).toHaveAttribute('lang', 'en')

  await page.getByRole('button', { name: /Open the version in Russian, 1 version behind/ }).click()
  await expect(copy).toHaveAttribute('lang', 'ru')
  await page.getByRole('button', { name: 'In line now' }).click()
  await expect(rows).toHaveText([/Source/, /Current/])
  await galley.close()

  const carried = await stored.with((workspace) => workspace.readStory(storyIdSchema.parse(version)))
  expect(carried.record).toMatchObject({ language: 'ru', slug: 'FERRY', keywords: ['ferries'] })
  expect(Object.values(carried.document.attrs['quotes'] as object)).toMatchObject([
    { speaker: { name: 'Narek Safaryan' }, original: { language: 'en', words: '“We waited nine winters,”' } },
  ])
})
