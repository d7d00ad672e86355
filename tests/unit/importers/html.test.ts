import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importStory } from '../../../storage/importers/import-story.ts'
import type { ImportedStory } from '../../../storage/importers/imported-story.ts'
import { figures } from '../../../storage/model/figures.ts'
import { writeDocument } from '../../../storage/model/document.ts'

const page = readFileSync(join(import.meta.dirname, '../../fixtures/pages/en.html'), 'utf8')

function bring(html: string): ImportedStory {
  return importStory({ name: 'page.html', html, format: 'html' })
}

function linesOf({ document }: ImportedStory): string[] {
  const lines: string[] = []
  document.descendants((node) => {
    if (node.isTextblock && node.content.size > 0) lines.push(`${node.type.name}: ${node.textContent}`)
    return !node.isTextblock
  })
  return lines
}

describe('the language of a page of few words', () => {
  it.each([
    ['hy', '<html lang="hy"><h1>Rain falls</h1><p>Hard.</p>'],
    ['en-GB', '<html lang="en-GB"><h1>Rain falls</h1><p>Hard.</p>'],
    ['en', '<h1>Rain falls</h1><p>Hard.</p>'],
    ['ru', '<html lang="en"><h1>Дождь идёт</h1><p>Всю ночь.</p>'],
  ])('is %s for %s', (language, html) => {
    expect(bring(html).fields.language).toBe(language)
  })
})

describe('a whole page of HTML', () => {
  const story = bring(page)
  const json = JSON.stringify(writeDocument(story.document))

  it('keeps the structure of the story and nothing of the page', () => {
    expect(linesOf(story)).toEqual([
      'headline: Harbour Town Votes To Keep Its Night Ferry',
      'standfirst: The council reversed a cut that had left islanders without a late crossing.',
      'caption: LPA - Passengers wait for the last ferry at the quay in Harrowmouth, March 2, 2026. Mara Lund / LPA',
      'paragraph: The council of Harrowmouth voted late on Tuesday to keep the night ferry to the Skerry islands.',
      'paragraph: “We are not asking for a bridge,” islander Greta Holm told the council.',
      'paragraph: “We are asking for a boat … and somebody [awake] to steer it.”',
      'paragraph: Nobody laughed.',
      'subhead: What the crossing costs',
      'paragraph: Adults: 12 crowns',
      'paragraph: return: 20',
      'paragraph: Children: free 👩🏽‍✈️',
      'paragraph: A boat is a promise.',
      'paragraph: Day Night',
      'paragraph: Քանի՞ նավ։ She asked it in Armenian, e\u0301 and all.',
    ])
  })

  it('takes alt text and credit of the photo, quotation marks included', () => {
    expect(figures(story.document).map(({ attributes }) => attributes)).toEqual([
      {
        media: null,
        alt: 'People with "bags" and “tickets” wait on a stone quay at dusk',
        decorative: false,
        credit: 'Mara Lund / LPA',
        layout: 'standard',
      },
    ])
  })

  it('keeps web links and drops what would run', () => {
    expect(json).toContain('https://press.example/steer')
    for (const trace of ['javascript', 'steal', 'tracked words', 'data:', 't.example', 'not meant to read']) {
      expect(json).not.toContain(trace)
    }
  })

  it('reads language, byline and dateline', () => {
    expect(story.fields).toMatchObject({
      language: 'en-GB',
      byline: ['Tobin Aske'],
      dateline: { place: 'HARROWMOUTH', date: '2026-03-03' },
    })
  })

  it('says what it left out', () => {
    const said = story.warnings.map(({ code, message }) => `${code}: ${message}`).join('\n')
    expect(said).toContain(
      'hidden_text: Text that the page does not show was left out: You were not meant to read this.',
    )
    expect(said).toContain('Storm closes the northern quay')
    expect(said).toContain('embeds_left_out')
  })
})

describe('pieces of HTML', () => {
  it('parts words at every block, cell and line break', () => {
    const story = bring(
      '<h1>A title here</h1>one<br>two<div>three</div>four<p>five<p>six<table><tr><td>seven<td>eight</table>',
    )
    expect(linesOf(story).slice(1)).toEqual([
      'paragraph: one two',
      'paragraph: three',
      'paragraph: four',
      'paragraph: five',
      'paragraph: six',
      'paragraph: seven eight',
    ])
  })

  it('joins what is one word although tags lie in it', () => {
    expect(linesOf(bring('<h1>Title of it</h1><p>H<sub>2</sub>O and un<b>break</b>able</p>')).at(-1)).toBe(
      'paragraph: H2O and unbreakable',
    )
  })

  it('keeps a space that only one of two tags holds', () => {
    expect(linesOf(bring('<h1>Title of it</h1><p>a <b>bold </b><i>slant</i> end</p>')).at(-1)).toBe(
      'paragraph: a bold slant end',
    )
  })

  it('finds the headline in the title when the fragment has none', () => {
    const story = bring(
      '<title>Bridge opens at dawn - Valley Post</title><p>It opened at dawn, and nobody was late for it.</p>',
    )
    expect(linesOf(story)[0]).toBe('headline: Bridge opens at dawn')
  })

  it('reads a page that nests without end', () => {
    const story = bring(`<h1>Deep page</h1>${'<div>'.repeat(5000)}the words at the bottom`)
    expect(linesOf(story).at(-1)).toBe('paragraph: the words at the bottom')
  })
})
