import { entriesIn } from './quote-entries.ts'
import type { QuoteTable } from '../../../storage/model/quote.ts'

const rubbish = [
  'script',
  'style',
  'meta',
  'link',
  'title',
  'template',
  'iframe',
  'object',
  'embed',
  'svg',
  'canvas',
  'audio',
  'video',
  'form input',
  'input',
  'select',
  'textarea',
  'button',
  'noscript',
  'del',
  '[hidden]',
  '[style*="display:none" i]',
  '[style*="display: none" i]',
  '[style*="mso-hide:all" i]',
  '[style*="mso-element:comment" i]',
].join(',')

/**
 * Cleans HTML of the clipboard into HTML that the schema's parse rules read: no scripts, styles, hidden text or
 * revision marks, and no two words that run together because what parted them is gone. Says also which entries of
 * quotations it carried. Text of this editor's own passes as it is.
 */
export function cleanHtml(html: string): { html: string; entries: QuoteTable } {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const entries = entriesIn(page)
  const isOurs = page.querySelector('[data-pm-slice]') !== null
  for (const element of page.querySelectorAll(rubbish)) element.remove()
  removeComments(page.body)
  if (!isOurs) {
    for (const cell of page.querySelectorAll('td, th')) cell.append(' ')
    for (const row of page.querySelectorAll('tr')) rename(row, 'p')
    for (const cell of page.querySelectorAll('td, th, table, tbody, thead, tfoot')) unwrap(cell)
    for (const title of page.querySelectorAll('h1')) rename(title, 'h2')
    for (const term of page.querySelectorAll('dt, caption, summary, legend')) rename(term, 'p')
    for (const image of page.querySelectorAll('img')) image.remove()
    // Google Docs wraps everything in a bold element that is not bold.
    for (const wrapper of page.querySelectorAll('b[style*="font-weight:normal" i], b[id^="docs-internal"]')) {
      unwrap(wrapper)
    }
    splitAtDoubleBreaks(page)
  }
  for (const element of page.body.querySelectorAll('*')) {
    if (element.localName.includes(':')) unwrap(element)
  }
  return { html: page.body.innerHTML, entries }
}

function removeComments(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode() !== null) comments.push(walker.currentNode)
  for (const comment of comments) comment.parentNode?.removeChild(comment)
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes)
}

function rename(element: Element, name: string): void {
  const renamed = element.ownerDocument.createElement(name)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
}

/** Two breaks in a row part a paragraph in two; one break is a space, which the parser makes of it. */
function splitAtDoubleBreaks(page: Document): void {
  for (const first of page.querySelectorAll('br')) {
    const second = nextMeaningful(first)
    if (!(second instanceof Element) || second.localName !== 'br') continue
    const block = first.closest('p, div, li, blockquote, section, article, h2, h3, h4, h5, h6')
    if (block === null) {
      first.replaceWith(page.createElement('div'))
      second.remove()
      continue
    }
    const rest = page.createRange()
    rest.setStartAfter(second)
    rest.setEndAfter(block.lastChild ?? second)
    const following = block.cloneNode(false)
    following.appendChild(rest.extractContents())
    block.after(following)
    first.remove()
    second.remove()
  }
}

function nextMeaningful(node: Node): Node | null {
  let next = node.nextSibling
  while (next !== null && next.nodeType === Node.TEXT_NODE && (next.textContent ?? '').trim() === '') {
    next = next.nextSibling
  }
  return next
}
