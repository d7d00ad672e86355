import { expect, test } from '@playwright/test'
import { quotations } from '../../../storage/model/quotations.ts'
import { StoryWorkspace, blocksOf } from '../fixtures/story-workspace.ts'
import { paste } from '../fixtures/transfer.ts'

let desk: StoryWorkspace

test.afterEach(async () => {
  await desk.remove()
})

const copy = () => desk.page.getByRole('textbox', { name: 'Text of FERRY' })
const saved = () => expect(desk.page.getByRole('contentinfo')).toContainText('Saved')

test('a story is written from headline to body, and stands on the disk as it stood on the sheet', async () => {
  desk = await StoryWorkspace.open([{ slug: 'FERRY' }])
  await copy().click()
  const { keyboard } = desk.page
  await keyboard.press('Control+Home')
  await keyboard.type('The ferry at Varn is back')
  await keyboard.press('Enter')
  await keyboard.type('Nine winters were "too many", the town\'s clerk says')
  await keyboard.press('Enter')
  await keyboard.type('First paragraph -- with a dash...')
  await keyboard.press('Enter')
  await keyboard.type('Второй абзац: Դարպասը փակ է։ در بسته است 🔔 e\u0301')
  await saved()
  const { document } = await desk.closeAndRead()
  expect(blocksOf(document)).toEqual([
    'headline: The ferry at Varn is back',
    'standfirst: Nine winters were “too many”, the town’s clerk says',
    'paragraph: First paragraph — with a dash…',
    'paragraph: Второй абзац: Դարպասը փակ է։ در بسته است 🔔 e\u0301',
  ])
})

test('the margins name the fields and count them, and the count turns amber at the limit', async () => {
  desk = await StoryWorkspace.open([{ slug: 'FERRY', headline: 'A'.repeat(79), body: ['Text.'] }])
  const { page } = desk
  await expect(page.getByText('79 of 80')).toBeVisible()
  await copy().locator('h1').click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('BB')
  await expect(page.getByText('81 of 80')).toHaveAttribute('data-over', 'true')
})

test('every style and mark has its key, and undo takes each back', async () => {
  desk = await StoryWorkspace.open([{ slug: 'FERRY', headline: 'Head', standfirst: 'Stand', body: ['One two.'] }])
  const { page } = desk
  const { keyboard } = page
  await copy().locator('p', { hasText: 'One two' }).click()
  for (const [key, block] of [
    ['Control+Shift+2', 'h2'],
    ['Control+Shift+8', 'ul'],
    ['Control+Shift+9', 'blockquote'],
  ] as const) {
    await keyboard.press(key)
    await expect(copy().locator(block)).toHaveText('One two.')
    await keyboard.press('Control+z')
    await expect(copy().locator(block)).toHaveCount(0)
  }
  await keyboard.press('Control+Shift+2')
  await keyboard.press('Control+Shift+0')
  await expect(copy().locator('h2')).toHaveCount(0)

  await copy()
    .locator('p', { hasText: 'One two' })
    .dblclick({ position: { x: 52, y: 14 } })
  await keyboard.press('Control+b')
  await expect(copy().locator('strong')).toHaveText('two')
  await keyboard.press('Control+z')
  await expect(copy().locator('strong')).toHaveCount(0)
  await keyboard.press('Control+Shift+l')
  await page.getByRole('dialog', { name: 'Link' }).getByRole('textbox').fill('example.org/two')
  await keyboard.press('Enter')
  await expect(copy().locator('a')).toHaveAttribute('href', 'https://example.org/two')
  await expect(copy()).toBeFocused()
  await keyboard.press('Control+z')
  await expect(copy().locator('a')).toHaveCount(0)
})

test('a pasted page leaves its scripts, styles and hidden words behind, and no two words run together', async () => {
  desk = await StoryWorkspace.open([{ slug: 'FERRY', headline: 'Head', standfirst: 'Stand', body: ['Here: '] }])
  const { page } = desk
  const html = `<style>p{color:red}</style><h1>A title</h1><p onclick="alert(1)">One<script>window.bad = 1</script> <b>bold</b>
     <span style="display:none">hidden</span><a href="javascript:alert(1)">trap</a> <a href="https://example.org/x">good</a></p>
     <table><tr><td>cell one</td><td>cell two</td></tr></table><div>first<br>same<br><br>next</div>
     <img src="https://example.org/pixel.gif"><del>struck</del><p>Dir<o:p></o:p></p>`
  await copy().locator('p', { hasText: 'Here:' }).click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await paste(copy(), { html, text: 'plain' })
  await expect(copy()).toContainText('cell one')
  expect(await page.evaluate(() => 'bad' in window)).toBe(false)
  await saved()
  const { document } = await desk.closeAndRead()
  expect(blocksOf(document).slice(2)).toEqual([
    'paragraph: Here: ',
    'subhead: A title',
    'paragraph: One bold trap good',
    'paragraph: cell one cell two',
    'paragraph: first same',
    'paragraph: next',
    'paragraph: Dir',
  ])
  const hrefs: unknown[] = []
  document.descendants((node) => {
    for (const mark of node.marks) hrefs.push(mark.attrs['href'])
  })
  expect(hrefs.filter((href) => href !== undefined)).toEqual(['https://example.org/x'])
})

test('what is pasted into the headline becomes one line', async () => {
  desk = await StoryWorkspace.open([{ slug: 'FERRY', body: ['Text.'] }])
  await copy().locator('h1').click()
  await paste(copy(), { html: '<h2>Two</h2><p>lines, <b>one</b></p>' })
  await expect(copy().locator('h1')).toHaveText('Two lines, one')
  await expect(copy().locator('h1 strong')).toHaveCount(0)
})

test('a quotation copied into another story, and with its story, brings along what is known of it', async () => {
  desk = await StoryWorkspace.open([{ slug: 'FERRY', body: ['He said “no more” twice.'] }, { slug: 'QUAY' }])
  const { page } = desk
  const { keyboard } = page
  await copy().locator('p', { hasText: 'no more' }).click()
  await page.locator('.quote-suggested').click()
  await keyboard.press('F4')
  await keyboard.press('Control+a')
  await keyboard.type('Ines Corda')
  await keyboard.press('Enter')
  await expect(page.locator('[data-quote]')).toHaveText('“no more”')
  await keyboard.press('Control+a')
  await keyboard.press('Control+c')
  await page.getByRole('option', { name: /QUAY/ }).click()
  const other = page.getByRole('textbox', { name: 'Text of QUAY' })
  await other.locator('p').last().click()
  await keyboard.press('Control+v')
  await expect(other.locator('[data-quote]')).toHaveText('“no more”')
  await keyboard.type(' Typed just now.')
  await keyboard.press('Control+Shift+n')
  const duplicate = page.getByRole('textbox', { name: 'Text of QUAY-2' })
  await expect(duplicate.locator('[data-quote]')).toHaveText('“no more”')
  await expect(duplicate).toContainText('Typed just now.')
  await expect(page.getByText('Copied as QUAY-2.')).toBeVisible()
  await expect(page.getByRole('option', { name: /QUAY-2/ })).toBeVisible()
  await saved()
  const { document } = await desk.closeAndRead(1)
  const found = quotations(document).map(({ quote, runs }) => [quote.speaker?.name, runs.map((run) => run.text)])
  expect(found).toEqual([['Ines Corda', ['“no more”']]])
})
