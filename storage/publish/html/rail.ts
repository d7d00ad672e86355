import { printedMoment } from '../printed-moment.ts'
import type { StoryInPrint } from '../print.ts'
import type { PageWords } from '../words.ts'
import { attributes, escapeHtml } from './escape.ts'
import { languageList } from './languages.ts'

const sizes = ['xs', 'sm', 'md', 'lg'] as const

/** Beside the story: who wrote it, when it was published and changed, and how large its text is. */
export function rail(print: StoryInPrint, words: PageWords, labels: string): string {
  const { byline } = print.story.record
  const label = (text: string): string => `<dt${labels}>${escapeHtml(text)}</dt>`
  const names = byline.map((name) => `<b>${escapeHtml(name)}</b>`)
  const last = names.at(-1) ?? ''
  const by = names.length < 2 ? last : `${names.slice(0, -1).join(', ')}${words.and}${last}`
  const languages = languageList(print)
  const entries = [
    names.length === 0 ? '' : `${label(words.by)}<dd>${by}</dd>`,
    `${label(words.published)}<dd>${moment(print.firstPublished, print, words)}</dd>`,
    change(print, words, labels, label),
    languages === '' ? '' : `${label(words.languages)}<dd>${languages}</dd>`,
  ]
  return `<div class="rail ui"><dl>${entries.join('')}</dl>\n${textSize(words, labels)}</div>`
}

function change(print: StoryInPrint, words: PageWords, labels: string, label: (text: string) => string): string {
  const { kind, at } = print.publication
  const when = moment(at, print, words)
  switch (kind) {
    case 'first':
      return ''
    case 'update':
      return `${label(words.updated)}<dd>${when}</dd>`
    case 'kill':
      return `${label(words.withdrawn)}<dd>${when}</dd>`
    case 'correction':
      return `${label(words.corrected)}<dd>${when}<br><a href="#correction"${labels}>${escapeHtml(words.whatChanged)}</a></dd>`
  }
}

function moment(at: string, { story }: StoryInPrint, words: PageWords): string {
  // In the page's words: a date in English letters inside a story of another language would be read out wrongly.
  const english = words.language === 'en' && !/^en(?:-|$)/i.test(story.record.language)
  return `<time${attributes({ datetime: at, lang: english ? 'en' : null, dir: english ? 'ltr' : null })}>${escapeHtml(printedMoment(at, words.language))}</time>`
}

/** Radio buttons and style do the work; the script only remembers. */
function textSize(words: PageWords, labels: string): string {
  const choices = sizes.map((size) => {
    const input = attributes({
      type: 'radio',
      name: 'text-size',
      id: `size-${size}`,
      value: size,
      checked: size === 'md' ? true : null,
    })
    return `<label><input${input}><span>${size.toUpperCase()}</span></label>`
  })
  return `<fieldset class="sizes"><legend${labels}>${escapeHtml(words.textSize)}</legend><div lang="en">${choices.join('')}</div></fieldset>`
}
