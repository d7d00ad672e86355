import { marked } from 'marked'
import type { LanguageTag } from '../../model/language.ts'
import { importHtml } from '../html/import-html.ts'
import type { ImportedStory } from '../imported-story.ts'

const frontMatter = /^\ufeff?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u
const titleLine = /^title[ \t]*:[ \t]*(.+)$/imu

/** Makes a story of Markdown. HTML inside is held to the same rules as a page. Throws GalleyError `invalid_input` when it has no text. */
export function importMarkdown(text: string, language: LanguageTag | null): ImportedStory {
  const front = frontMatter.exec(text)
  const body = text.slice(front?.[0].length ?? 0)
  const html = marked.parse(body.replace(/^\ufeff/u, ''), { async: false, gfm: true })
  if (front === null) return importHtml(html, language)
  const title =
    titleLine
      .exec(front[1] ?? '')?.[1]
      ?.trim()
      .replace(/^(["'])(.*)\1$/u, '$2') ?? ''
  const story = importHtml(title === '' ? html : `<title>${escaped(title)}</title>${html}`, language)
  const left = {
    code: 'front_matter',
    message: `The lines before the text were left out: ${shortened(front[1] ?? '')}`,
  }
  return { ...story, warnings: [left, ...story.warnings] }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function shortened(lines: string): string {
  const text = lines
    .replace(/\s*\r?\n\s*/gu, ' · ')
    .trim()
    .toWellFormed()
  return text.length > 400 ? `${text.slice(0, 400).toWellFormed()} …` : text
}
