import type { Mark, Node } from 'prosemirror-model'
import { v7 } from 'uuid'
import { detectLanguage } from '../../language/detect-language.ts'
import { slugFrom } from '../../language/slug.ts'
import { GalleyError } from '../../model/errors.ts'
import { figures } from '../../model/figures.ts'
import { quoteIdSchema } from '../../model/ids.ts'
import { languageTagSchema, readLanguageTag } from '../../model/language.ts'
import type { LanguageTag } from '../../model/language.ts'
import { newQuote, quoteKindSchema } from '../../model/quote.ts'
import type { Quote } from '../../model/quote.ts'
import { schema } from '../../model/schema/index.ts'
import type { ImportedStory, ImportWarning } from '../imported-story.ts'
import { takeDateline } from '../page/dateline.ts'
import { blockOf } from '../page/read-page.ts'
import { nodePiece } from '../page/block.ts'
import type { Piece } from '../page/block.ts'
import { fieldsOf, slugOf } from './ninjs-fields.ts'
import { readItem } from './ninjs-item.ts'
import type { NinjsItem, NinjsPart } from './ninjs-item.ts'
import { bodyOf, figureOf, lineOf } from './ninjs-text.ts'

/**
 * Makes a story of a ninjs item, ours or another system's: headline, summary, text, photos with caption, alt text and credit,
 * quotations with their speakers. Throws `invalid_input`, and `unsupported_format` for an item without text.
 */
export function importNinjs(text: string, given: LanguageTag | null): ImportedStory {
  const item = readItem(text)
  const quotations = quotationsOf(item)
  const pictures = picturesOf(item)
  const read = bodyOf(item, {
    figures: new Map([...pictures].map(([name, { figure }]) => [name, figure])),
    quotations: new Map([...quotations].map(([name, { id }]) => [name, schema.mark('quote', { id })])),
  })
  if (!read.some((piece) => /[\p{L}\p{N}]/u.test(piece.text) && !isFigure(piece))) throw noText(item)
  const headline = lineOf(item.headlines.find(({ role }) => role === 'main') ?? item.headlines[0])
  const words = `${headline}\n${read.map((piece) => piece.text).join('\n')}`
  const language = given ?? readLanguageTag(item.language) ?? detected(words)
  const dated = datelineIn(read, item.located, language)
  // A photo that the text does not place opens the story.
  const placed = new Set(dated.pieces.flatMap((piece) => (piece.kind === 'node' ? [piece.node] : [])))
  const opening = [...pictures.values()].filter(({ figure }) => !placed.has(figure))
  const pieces = [...opening.map(({ figure }) => nodePiece(figure)), ...dated.pieces]
  const body = pieces.flatMap(blockOf)
  const standfirst = lineOf(item.descriptions.find(({ role }) => /^(?:summary|lead|standfirst|abstract)$/iu.test(role)))
  const document = schema.node('doc', { quotes: borne(quotations, body) }, [
    schema.node('headline', null, headline === '' ? [] : [schema.text(headline)]),
    schema.node('standfirst', null, standfirst === '' ? [] : [schema.text(standfirst)]),
    ...body,
  ])
  document.check()
  const addresses = new Map([...pictures.values()].map(({ figure, places }) => [figure, places]))
  return {
    document,
    fields: {
      ...fieldsOf(item),
      ...(dated.dateline === null ? {} : { dateline: dated.dateline }),
      language,
      slug: slugOf(item) ?? slugFrom(headline === '' ? words.slice(0, 200) : headline, language),
    },
    warnings: [...withdrawn(item), ...dated.warnings],
    photos: figures(document).flatMap(({ index, node }) => {
      const places = addresses.get(node)
      return places === undefined ? [] : [{ figure: index, media: null, places }]
    }),
  }
}

function isFigure(piece: Piece): boolean {
  return piece.kind === 'node' && piece.node.type.name === 'figure'
}

function noText({ type }: NinjsItem): GalleyError {
  const what = type === '' || type === 'text' ? 'item' : type
  return new GalleyError('unsupported_format', `This ninjs ${what} holds no text for a story. Nothing was added.`)
}

function detected(words: string): LanguageTag {
  const language = detectLanguage(words)
  return language === 'und' ? languageTagSchema.parse('en') : language
}

/** The place that the item itself names is known whatever its letters; any other is read as on a page. */
function datelineIn(pieces: readonly Piece[], located: string, language: LanguageTag): ReturnType<typeof takeDateline> {
  const place = located.trim().slice(0, 200)
  const at = pieces.findIndex((piece) => piece.kind === 'text' && piece.level === 0)
  const first = pieces[at]
  const opens = place === '' ? null : `${place} — `
  if (opens !== null && first?.kind === 'text' && first.text.toLowerCase().startsWith(opens.toLowerCase())) {
    const lead = { ...first, text: first.text.slice(opens.length), content: first.content.cut(opens.length) }
    const dateline = { place, date: null }
    return { pieces: pieces.map((piece, index) => (index === at ? lead : piece)), dateline, warnings: [] }
  }
  const read = takeDateline(pieces, language)
  return read.dateline !== null || place === '' ? read : { ...read, dateline: { place, date: null } }
}

interface Picture {
  readonly figure: Node
  readonly places: readonly string[]
}

/** The figure of each picture by its name, and where its file lies: the widest first, a thumbnail last. */
function picturesOf({ associations }: NinjsItem): Map<string, Picture> {
  const pictures = associations.filter(({ type }) => type === 'picture' || type === 'graphic')
  return new Map(
    pictures.map((part, index): [string, Picture] => {
      const said = (role: RegExp): string | null => {
        const found = part.descriptions.find((description) => role.test(description.role))
        return found === undefined ? null : lineOf(found)
      }
      const caption = said(/^caption$/iu) ?? lineOf(part.descriptions.find(({ role }) => role === ''))
      const figure = figureOf(caption, said(/^alt-?text$/iu), said(/^credit-?line$/iu) ?? part.by.trim())
      const images = part.renditions.filter(({ contentType }) => contentType === '' || /^image\//iu.test(contentType))
      const places = images.toSorted((a, b) => b.width - a.width).map(({ href }) => href)
      return [part.name === '' ? `picture ${index}` : part.name, { figure, places }]
    }),
  )
}

function quotationsOf({ associations }: NinjsItem): Map<string, Quote> {
  const spoken = associations.filter(({ rel, bodies }) => rel === 'quotation' || bodies.some(isQuotation))
  return new Map(spoken.flatMap((part): [string, Quote][] => (part.name === '' ? [] : [[part.name, quoteOf(part)]])))
}

function isQuotation({ role }: { readonly role: string }): boolean {
  return role === 'quotation'
}

function quoteOf(part: NinjsPart): Quote {
  const person = part.people.find(({ rel }) => rel === 'speaker') ?? part.people[0]
  const said = (role: string): string => lineOf(part.descriptions.find((each) => each.role === role))
  const name = person?.name.trim().slice(0, 200) ?? ''
  const speaker = name === '' ? null : { entity: null, name, role: said('speakerRole').slice(0, 200) }
  const quote = newQuote(quoteIdSchema.parse(v7()), quoteKindSchema.catch('direct').parse(part.profile), speaker)
  const original = part.associations.find(({ rel }) => rel === 'original')
  const language = readLanguageTag(original?.language ?? '')
  const words = lineOf(original?.bodies.find(isQuotation)).slice(0, 10_000)
  return {
    ...quote,
    said: { ...quote.said, event: said('attribution').slice(0, 500) },
    original: language === null ? null : { language, words, translator: said('translator').slice(0, 200) },
  }
}

/** The entries of the quotations that the text bears: one that it does not mark is words like any others. */
function borne(quotations: ReadonlyMap<string, Quote>, body: readonly Node[]): Record<string, Quote> {
  const ids = new Set<unknown>()
  const note = (marks: readonly Mark[]): void => {
    for (const { type, attrs } of marks) if (type.name === 'quote') ids.add(attrs['id'])
  }
  for (const block of body) block.descendants((node) => note(node.marks))
  return Object.fromEntries([...quotations.values()].filter(({ id }) => ids.has(id)).map((quote) => [quote.id, quote]))
}

function withdrawn({ pubStatus }: NinjsItem): ImportWarning[] {
  if (!/^cancel?led$/iu.test(pubStatus)) return []
  const message = 'This item withdraws a story. What it says came in as a draft: do not use it as a story.'
  return [{ code: 'was_withdrawn', message }]
}
