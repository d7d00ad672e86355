import { bodyHtml } from '../html/blocks.ts'
import { attributes, escapeHtml } from '../html/escape.ts'
import { withdrawalNotice } from '../notes.ts'
import { bodyCharacters, bodyWords, plainBody } from '../plain-body.ts'
import type { PrintedFigure, StoryInPrint } from '../print.ts'
import { bundleUri } from '../uris.ts'

/** The story's text twice, plain and as an HTML fragment whose `data-assoc` name the associations. */
export function ninjsBodies(print: StoryInPrint): Record<string, unknown>[] {
  if (print.withdrawn) {
    const notice = withdrawalNotice(print)
    return [
      { role: 'main', contentType: 'text/plain', value: notice.join('\n\n') },
      { role: 'main', contentType: 'text/html', value: notice.map((line) => `<p>${escapeHtml(line)}</p>`).join('') },
    ]
  }
  const counts = { charCount: bodyCharacters(print), wordCount: bodyWords(print) }
  return [
    { role: 'main', contentType: 'text/plain', ...counts, value: plainBody(print) },
    { role: 'main', contentType: 'text/html', ...counts, value: bodyHtml(print, { figure }) },
  ]
}

function figure({ name, alt, credit, renditions }: PrintedFigure, caption: string): string {
  const main = renditions[0]
  const image =
    main === undefined
      ? ''
      : `<img${attributes({ src: bundleUri(main.path), alt, width: main.width, height: main.height })}>`
  const line = [caption, credit === '' ? '' : `<small>${escapeHtml(credit)}</small>`].filter((part) => part !== '')
  return `<figure${attributes({ 'data-assoc': name })}>${image}<figcaption>${line.join(' ')}</figcaption></figure>`
}
