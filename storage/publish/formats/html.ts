import { createHash } from 'node:crypto'
import { directionOf } from '../../model/language.ts'
import { bodyHtml, quotationNames } from '../html/blocks.ts'
import { attributes, escapeHtml } from '../html/escape.ts'
import { inlineHtml } from '../html/inline.ts'
import { pageScript, pageStyle } from '../html/page-style.ts'
import { inBundle } from '../html/languages.ts'
import { rail } from '../html/rail.ts'
import { withdrawalNotice } from '../notes.ts'
import type { PrintedFigure, PrintedQuotation, StoryInPrint } from '../print.ts'
import { encodePath } from '../uris.ts'
import { wordsFor } from '../words.ts'
import type { PageWords } from '../words.ts'
import type { Format } from './format.ts'

/** The story as a page for readers: one file that asks nothing of any network and reads well without style or script. */
export const html: Format = {
  role: 'page',
  file: 'story.html',
  mediaType: 'text/html',
  write: page,
}

function page(print: StoryInPrint): string {
  const { record, document } = print.story
  const words = wordsFor(record.language)
  const labels = labelAttributes(words, record.language)
  const names = quotationNames(print)
  const [headline, standfirst] = document.children
  const publisher = print.house.publisher
  const main = print.withdrawn ? withdrawal(print, labels) : body(print, words)
  const lead =
    standfirst === undefined || print.standfirst === '' || print.withdrawn
      ? ''
      : `<p class="standfirst">${inlineHtml(standfirst, names)}</p>`
  return `<!doctype html>
<html${attributes({ lang: record.language, dir: directionOf(record.language) })}>
<head>
<meta charset="utf-8">
<title>${escapeHtml([print.headline, publisher].filter((part) => part !== '').join(' – '))}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${policy()}
${print.standfirst === '' || print.withdrawn ? '' : `<meta name="description"${attributes({ content: print.standfirst })}>\n`}${alternates(print)}<style>${pageStyle}</style>
</head>
<body>
<a class="skip" href="#story"${labels}>${escapeHtml(words.skip)}</a>
${publisher === '' ? '' : `<header class="mast"><p>${escapeHtml(publisher)}</p></header>\n`}<main id="story" tabindex="-1">
<article>
<div class="head">${record.desk === '' ? '' : `<p class="desk ui">${escapeHtml(record.desk)}</p>`}<h1>${headline === undefined ? '' : inlineHtml(headline, names)}</h1>${lead}</div>
${rail(print, words, labels)}
<div class="body">
${main}
${correction(print, words, labels)}</div>
</article>
</main>
<script>${pageScript}</script>
</body>
</html>
`
}

/** The pages of the same story in other languages that lie in the bundle. */
function alternates(print: StoryInPrint): string {
  return inBundle(print)
    .map(({ language, href }) => `<link${attributes({ rel: 'alternate', hreflang: language, href })}>\n`)
    .join('')
}

/** Nothing but the bundle's own pictures may load, and only this page's style and script may run. */
function policy(): string {
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  const content = [
    "default-src 'none'",
    "img-src 'self' file:",
    `style-src ${hash(pageStyle)}`,
    `script-src ${hash(pageScript)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<meta http-equiv="Content-Security-Policy"${attributes({ content })}>`
}

function body(print: StoryInPrint, words: PageWords): string {
  const beside = (text: string, begins: readonly PrintedQuotation[]): string => {
    const originals = begins.map((quotation) => originalWords(quotation, words)).join('')
    return originals === '' ? text : `<div class="translated">${text}<div class="originals">${originals}</div></div>`
  }
  return bodyHtml(print, { figure, beside })
}

function figure({ figure: { attributes: use }, alt, credit, renditions }: PrintedFigure, caption: string): string {
  const [main] = renditions
  const path = (to: string): string => `../../${encodePath(to)}`
  const image =
    main === undefined
      ? ''
      : `<img${attributes({
          src: path(main.path),
          srcset: renditions.map((size) => `${path(size.path)} ${size.width}w`).join(', '),
          sizes: '(min-width: 46rem) 43.125rem, 100vw',
          alt,
          width: main.width,
          height: main.height,
        })}>`
  const line = [caption, credit === '' ? '' : `<small>${escapeHtml(credit)}</small>`].filter((part) => part !== '')
  const words = line.length === 0 ? '' : `<figcaption>${line.join(' ')}</figcaption>`
  return `<figure class="${use.layout}">${image}${words}</figure>`
}

/** The statement in the language it was made in, beside the paragraph that prints its translation. */
function originalWords({ quote: { original, speaker } }: PrintedQuotation, words: PageWords): string {
  if (original === null || original.words === '') return ''
  const who = [
    speaker === null ? '' : `${escapeHtml(speaker.name)}.`,
    original.translator === '' ? '' : escapeHtml(words.translatedBy(original.translator.replace(/\.$/, ''))),
  ].filter((part) => part !== '')
  const said = attributes({ lang: original.language, dir: directionOf(original.language) })
  const about = who.length === 0 ? '' : `<p>${who.join(' ')}</p>`
  return `<div class="original" role="note"><p${said}>${escapeHtml(original.words)}</p>${about}</div>`
}

function withdrawal(print: StoryInPrint, labels: string): string {
  const [sentence, ...note] = withdrawalNotice(print)
  return `<p${labels}>${escapeHtml(sentence ?? '')}</p>${note.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}`
}

function correction({ publication }: StoryInPrint, words: PageWords, labels: string): string {
  if (publication.kind !== 'correction') return ''
  return (
    `<section class="notice" id="correction"><h2${labels}>${escapeHtml(words.correction)}</h2>` +
    `<p>${escapeHtml(publication.note)}</p></section>\n`
  )
}

/** Marks the page's own words as English where the story's language has none. */
function labelAttributes(words: PageWords, language: string): string {
  return words === wordsFor('en') && !/^en(?:-|$)/i.test(language)
    ? attributes({ lang: words.language, dir: words.direction })
    : ''
}
