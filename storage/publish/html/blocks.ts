import type { Node } from 'prosemirror-model'
import type { PrintedFigure, PrintedQuotation, StoryInPrint } from '../print.ts'
import { attributes, escapeHtml } from './escape.ts'
import { inlineHtml } from './inline.ts'
import type { QuotationNames } from './inline.ts'

/** What differs between the page and the body inside another format. */
export interface BlockDialect {
  figure(figure: PrintedFigure, caption: string): string
  /** A textblock in which these quotations begin, with whatever belongs beside it; as it is when left out. */
  beside?(text: string, begins: readonly PrintedQuotation[]): string
}

/** The body of the story as HTML, block by block: everything below headline and standfirst. */
export function bodyHtml(print: StoryInPrint, dialect: BlockDialect): string {
  const names = quotationNames(print)
  const begun = new Set<string>()
  let figures = 0
  const lead = datelinePlace(print)

  const block = (node: Node, first: boolean): string => {
    switch (node.type.name) {
      case 'figure': {
        const figure = print.figures[figures++]
        return figure === undefined ? '' : dialect.figure(figure, inlineHtml(figure.figure.node.child(0), names))
      }
      case 'subhead':
        return node.textContent === ''
          ? ''
          : withBeside(node, `<h${level(node)}>${inlineHtml(node, names)}</h${level(node)}>`)
      case 'bullet_list':
        return `<ul>${inner(node)}</ul>`
      case 'ordered_list':
        return `<ol${attributes({ start: node.attrs['start'] === 1 ? null : Number(node.attrs['start']) })}>${inner(node)}</ol>`
      case 'list_item':
        return `<li>${inner(node)}</li>`
      case 'blockquote':
        return blockquote(node)
      case 'pull_quote':
        return node.textContent === ''
          ? ''
          : `<figure class="pull"><blockquote><p>${inlineHtml(node, names)}</p></blockquote></figure>`
      case 'link_card':
        return linkCard(node)
      case 'rule':
        return '<hr>'
      default:
        return node.textContent === ''
          ? ''
          : withBeside(node, `<p>${first ? dateline(lead) : ''}${inlineHtml(node, names)}</p>`)
    }
  }

  const inner = (node: Node): string => node.children.map((child) => block(child, false)).join('')

  const withBeside = (node: Node, text: string): string => {
    const begins = print.quotations.filter(({ quote }) => !begun.has(quote.id) && bears(node, quote.id))
    begins.forEach(({ quote }) => begun.add(quote.id))
    return dialect.beside?.(text, begins) ?? text
  }

  const blockquote = (node: Node): string => {
    const quotation = print.quotations.find(({ quote }) => bears(node, quote.id))
    const cite = quotation?.quote.source?.url ?? null
    const quoted = `<blockquote${attributes({ cite, 'data-assoc': quotation?.name ?? null })}>${inner(node)}</blockquote>`
    const speaker = quotation?.quote.speaker
    if (speaker === undefined || speaker === null) return quoted
    const who = [speaker.name, speaker.role].filter((part) => part !== '').join(', ')
    return `<figure class="quoted">${quoted}<figcaption>${escapeHtml(who)}</figcaption></figure>`
  }

  const body = print.story.document.children.slice(2)
  const firstParagraph = body.findIndex((node) => node.type.name === 'paragraph' && node.textContent !== '')
  return body.map((node, index) => block(node, index === firstParagraph)).join('')
}

/** The quotations' names by their ids, for the marks in the text. */
export function quotationNames(print: StoryInPrint): QuotationNames {
  return new Map(print.quotations.map(({ quote, name }) => [quote.id, name]))
}

/** The place that opens the story, or null when there is none or the first paragraph opens with it already. */
export function datelinePlace({ story }: StoryInPrint): string | null {
  const place = story.record.dateline?.place ?? null
  if (place === null) return null
  const opening = story.document.children
    .slice(2)
    .find((node) => node.type.name === 'paragraph' && node.textContent !== '')
  return opening?.textContent.trimStart().toLowerCase().startsWith(place.toLowerCase()) === true ? null : place
}

function dateline(place: string | null): string {
  return place === null ? '' : `<span class="dateline">${escapeHtml(place)}</span> — `
}

function bears(node: Node, id: string): boolean {
  let found = false
  node.descendants((child) => {
    found ||= child.marks.some((mark) => mark.type.name === 'quote' && mark.attrs['id'] === id)
    return !found
  })
  return found
}

function level(node: Node): number {
  return node.attrs['level'] === 3 ? 3 : 2
}

function linkCard(node: Node): string {
  const [href, title, description] = ['href', 'title', 'description'].map((name) => String(node.attrs[name]))
  const about = description === undefined || description === '' ? '' : `<br>${escapeHtml(description)}`
  return `<p class="card"><a${attributes({ href: href ?? '' })}>${escapeHtml(title || (href ?? ''))}</a>${about}</p>`
}
