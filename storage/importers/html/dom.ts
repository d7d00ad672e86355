import type { DefaultTreeAdapterTypes } from 'parse5'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

/** The value of an attribute, or null. Names come in lower case. */
export function attributeOf(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null
}

/** Every element below a node in reading order, without recursion: pages nest as deep as they like. */
export function* elementsOf(root: HtmlParent): Generator<HtmlElement> {
  const stack: HtmlNode[] = [...root.childNodes].reverse()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue
    yield node
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
      const child = node.childNodes[at]
      if (child !== undefined) stack.push(child)
    }
  }
}

/** The words below a node, blocks and line breaks apart. Scripts and styles hold none. */
export function wordsOf(root: HtmlParent): string {
  const parts: string[] = []
  const stack: HtmlNode[] = [...root.childNodes].reverse()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.nodeName === '#text' && 'value' in node) parts.push(node.value)
    else if (isElement(node) && !wordless.has(node.tagName)) {
      if (!inlineTags.has(node.tagName)) parts.push(' ')
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
        const child = node.childNodes[at]
        if (child !== undefined) stack.push(child)
      }
    }
  }
  return parts.join('').replace(/\s+/gu, ' ').trim()
}

/** What is no part of the text, whatever is inside. */
export const wordless: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'title',
  'meta',
  'link',
  'base',
  'svg',
  'math',
  'canvas',
  'object',
  'embed',
  'iframe',
  'frame',
  'frameset',
  'audio',
  'video',
  'source',
  'track',
  'map',
  'area',
  'input',
  'select',
  'textarea',
  'datalist',
  'progress',
  'meter',
  'dialog',
])

/** Elements that run in a line; everything else begins and ends a block. */
export const inlineTags: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'label',
  'mark',
  'q',
  'rp',
  'rt',
  'ruby',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
])
