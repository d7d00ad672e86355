import { attributeOf } from './dom.ts'
import type { HtmlElement } from './dom.ts'

const hiddenClass =
  /(?:^|[\s_-])(?:sr-only|screen-?reader(?:-text|-only)?|visually-?hidden|visuallyhidden|a11y-hidden|is-hidden|d-none|hide-?text)(?:$|[\s_-])/iu
const hiddenStyle =
  /(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|em|rem|pt|%)?\s*(?:;|$)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$))/iu

/** True for what a reader of the page does not see. */
export function isHidden(element: HtmlElement): boolean {
  if (attributeOf(element, 'hidden') !== null || attributeOf(element, 'aria-hidden') === 'true') return true
  if (hiddenStyle.test(attributeOf(element, 'style') ?? '')) return true
  return hiddenClass.test(attributeOf(element, 'class') ?? '')
}

const furnitureRole = new Set([
  'navigation',
  'search',
  'banner',
  'contentinfo',
  'menu',
  'menubar',
  'toolbar',
  'dialog',
  'alertdialog',
  'complementary',
  'tablist',
])
const furnitureTags = new Set(['nav', 'footer', 'button', 'form', 'aside', 'menu', 'details'])
const furnitureClass =
  /(?:^|[\s_-])(?:share|sharing|social|related|recommend(?:ed|ations)?|newsletter|subscribe|breadcrumbs?|cookie|consent|advert(?:isement)?|ads?|promo|sponsored|outbrain|taboola|comments?|toolbar|font-?size|text-?size|paywall|most-?read|skip-?link)(?:$|[\s_-])/iu

/** True for the page's own parts: menus, controls, footers, lists of other stories. */
export function isFurniture(element: HtmlElement): boolean {
  if (furnitureTags.has(element.tagName)) return true
  if (furnitureRole.has(attributeOf(element, 'role') ?? '')) return true
  const names = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`
  return (
    element.tagName !== 'body' &&
    element.tagName !== 'article' &&
    element.tagName !== 'main' &&
    furnitureClass.test(names)
  )
}

/** An image that nobody is meant to see: a tracking pixel, a spacer. */
export function isPixel(image: HtmlElement): boolean {
  const sides = ['width', 'height'].map((name) => Number.parseFloat(attributeOf(image, name) ?? ''))
  if (sides.some((side) => side <= 2)) return true
  return /(?:^|[;\s])(?:width|height)\s*:\s*[012](?:px)?\s*(?:;|$)/iu.test(attributeOf(image, 'style') ?? '')
}

/** An icon, a logo or an avatar rather than a photo of the story. */
export function isIcon(image: HtmlElement): boolean {
  const sides = ['width', 'height'].map((name) => Number.parseFloat(attributeOf(image, name) ?? ''))
  if (sides.length === 2 && sides.every((side) => side > 0 && side <= 64)) return true
  return /(?:^|[\s_-])(?:icon|logo|avatar|emoji|sprite)(?:$|[\s_-])/iu.test(attributeOf(image, 'class') ?? '')
}
