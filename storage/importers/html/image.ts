import type { Node } from 'prosemirror-model'
import { Fragment } from 'prosemirror-model'
import { schema } from '../../model/schema/index.ts'
import { attributeOf, elementsOf, wordsOf } from './dom.ts'
import type { HtmlElement } from './dom.ts'
import { isIcon, isPixel } from './visibility.ts'

const creditClass =
  /(?:^|[\s_-])(?:credit|photo-?credit|image-?credit|copyright|photographer|attribution|byline)s?(?:$|[\s_-])/iu

/** The figure of an `img` on its own, or null for pixels, icons and images that say nothing of themselves. */
export function figureOfImage(image: HtmlElement): Node | null {
  if (isPixel(image) || isIcon(image)) return null
  const alt = attributeOf(image, 'alt')?.replace(/\s+/gu, ' ').trim() ?? null
  if (alt === null || alt === '') return null
  return schema.node('figure', { alt: alt.slice(0, 20_000) }, schema.node('caption'))
}

/** The address of the picture that an `img`, or the first in a `figure`, shows; lazy pages keep it aside. */
export function addressOf(element: HtmlElement): string | null {
  const images = element.tagName === 'img' ? [element] : [...elementsOf(element)].filter(isPicture)
  const [image] = images
  if (image === undefined) return null
  const written = attributeOf(image, 'src')?.trim() ?? ''
  const address = written === '' || /^data:/iu.test(written) ? (attributeOf(image, 'data-src')?.trim() ?? '') : written
  return address === '' ? null : address
}

function isPicture(element: HtmlElement): boolean {
  return element.tagName === 'img' && !isPixel(element)
}

/** The figure of a `figure` element: first photo's alt text, caption, credit where the page marks one; null when it has neither. */
export function figureOf(element: HtmlElement, captionOf: (caption: HtmlElement) => Fragment): Node | null {
  let image: HtmlElement | null = null
  let caption: HtmlElement | null = null
  let credit: HtmlElement | null = null
  for (const inner of elementsOf(element)) {
    if (inner.tagName === 'img' && image === null && !isPixel(inner)) image = inner
    if (inner.tagName === 'figcaption' && caption === null) caption = inner
    else if (credit === null && creditClass.test(attributeOf(inner, 'class') ?? '')) credit = inner
  }
  if (image === null && caption === null) return null
  const alt = image === null ? null : (attributeOf(image, 'alt')?.replace(/\s+/gu, ' ').trim() ?? null)
  const content = caption === null ? Fragment.empty : captionOf(caption)
  if ((alt === null || alt === '') && content.size === 0) return null
  const line = credit === null ? '' : wordsOf(credit)
  // What the page marks as credit and keeps outside the caption would be lost with the element.
  const attributes = {
    alt: alt === null ? null : alt.slice(0, 20_000),
    credit: line === '' ? null : line.slice(0, 1000),
  }
  return schema.node('figure', attributes, schema.node('caption', null, content))
}
