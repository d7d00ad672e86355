import type { Node } from 'prosemirror-model'
import { Fragment } from 'prosemirror-model'
import { detectLanguage } from '../../language/detect-language.ts'
import { slugFrom } from '../../language/slug.ts'
import { languageTagSchema, primaryLanguage } from '../../model/language.ts'
import type { LanguageTag } from '../../model/language.ts'
import type { RecordFields } from '../../model/record.ts'
import { schema } from '../../model/schema/index.ts'
import type { ImportedStory, ImportWarning } from '../imported-story.ts'
import type { Piece, TextPiece } from './block.ts'
import { readByline } from './byline.ts'
import { takeCaptions } from './captions.ts'
import { takeDateline } from './dateline.ts'
import { clearFurniture } from './furniture.ts'
import { takeHeadline } from './headline.ts'
import { markSubheads } from './subheads.ts'
import { isPageDate } from './page-date.ts'

const english = languageTagSchema.parse('en')

/** How far behind the headline a byline or the page's date may stand. */
const headLength = 8

/**
 * Makes a story of the pieces of a page by the same rules for every format: furniture away, headline, standfirst, byline,
 * captions and dateline found. What was taken away or recognised is said in the warnings. The language is `given`, else that
 * of the words, else, where they are too few to tell, what the page has `declared` itself to be in.
 */
export function readPage(
  all: readonly Piece[],
  given: LanguageTag | null,
  declared: LanguageTag | null = null,
): ImportedStory {
  const warnings: ImportWarning[] = []
  const cleared = clearFurniture(all)
  const language = given ?? languageOf(cleared.pieces, declared ?? english)
  const own = dropForeignLabels(cleared.pieces, language)
  warnings.push(...cleared.warnings, ...own.warnings)
  const captioned = takeCaptions(own.pieces, language)
  warnings.push(...captioned.warnings)
  const head = takeHeadline(captioned.pieces)
  warnings.push(...head.warnings)
  const credited = takeByline(head.pieces, language)
  warnings.push(...credited.warnings)
  const introduced = takeStandfirst(credited.pieces, credited.markedAt)
  const dated = takeDateline(introduced.pieces, language)
  warnings.push(...dated.warnings)
  const divided = markSubheads(dated.pieces)
  warnings.push(...divided.warnings)
  const body = divided.pieces.flatMap((piece) => blockOf(piece))
  const document = schema.node('doc', null, [
    schema.node('headline', null, plainLine(head.headline)),
    schema.node('standfirst', null, introduced.standfirst),
    ...(body.length === 0 ? [schema.node('paragraph')] : body),
  ])
  document.check()
  const fields: ImportedStory['fields'] = {
    language,
    slug: slugFrom(head.headline === '' ? document.textContent.slice(0, 200) : head.headline, language),
    ...optional('byline', credited.byline),
    ...(dated.dateline === null ? {} : { dateline: dated.dateline }),
  }
  return { document, fields, warnings }
}

function optional(key: 'byline', value: string[]): Partial<Pick<RecordFields, 'byline'>> {
  return value.length === 0 ? {} : { [key]: value }
}

/** The headline takes no links and no bold: it is words alone. */
function plainLine(text: string): Fragment {
  return text === '' ? Fragment.empty : Fragment.from(schema.text(text))
}

/** The language of the long pieces: a label of the page in another language must not decide. */
function languageOf(pieces: readonly Piece[], otherwise: LanguageTag): LanguageTag {
  const long = pieces.map(({ text }) => text).filter((text) => text.length > 60)
  const text = (long.length > 0 ? long : pieces.map((piece) => piece.text)).join('\n')
  const detected = detectLanguage(text)
  return detected === 'und' ? otherwise : detected
}

/** Short labels before the story in a script that is not the story's: the page's own language around a foreign text. */
function dropForeignLabels(
  pieces: readonly Piece[],
  language: LanguageTag,
): { pieces: Piece[]; warnings: ImportWarning[] } {
  const own = scriptOf(pieces.map(({ text }) => text).join(' '))
  const dropped: string[] = []
  const left = pieces.filter((piece, at) => {
    if (piece.kind !== 'text' || piece.level > 0 || piece.text.length > 60) return true
    const edge = at < 3 || at >= pieces.length - 3
    const script = scriptOf(piece.text)
    if (!edge || script === null || script === own || own === null) return true
    dropped.push(piece.text)
    return false
  })
  if (dropped.length === 0 || left.length === 0) return { pieces: [...pieces], warnings: [] }
  const message = `Labels that are not in the story’s language (${primaryLanguage(language)}) were left out: ${dropped.join(' · ')}`
  return { pieces: left, warnings: [{ code: 'foreign_labels', message }] }
}

const scripts = ['Latin', 'Cyrillic', 'Armenian', 'Arabic', 'Georgian', 'Hebrew', 'Greek', 'Han'] as const
const patterns = scripts.map((script) => ({ script, letters: new RegExp(`\\p{Script=${script}}`, 'gu') }))

function scriptOf(text: string): string | null {
  let best: { script: string; count: number } | null = null
  for (const { script, letters } of patterns) {
    const count = text.match(letters)?.length ?? 0
    if (count > 0 && (best === null || count > best.count)) best = { script, count }
  }
  return best?.script ?? null
}

interface Credited {
  readonly pieces: Piece[]
  readonly byline: string[]
  /** Where in `pieces` the byline, the date or another mark of the page stood first, or -1. */
  readonly markedAt: number
  readonly warnings: ImportWarning[]
}

function takeByline(pieces: readonly Piece[], language: LanguageTag): Credited {
  const left: Piece[] = []
  const warnings: ImportWarning[] = []
  let byline: string[] = []
  let markedAt = -1
  pieces.forEach((piece, at) => {
    const near = at < headLength || at >= pieces.length - 2
    if (piece.kind === 'text' && near) {
      const names =
        byline.length === 0 ? (readByline(piece.text) ?? (piece.said === 'byline' ? bare(piece.text) : null)) : null
      if (names !== null) {
        byline = names
        if (at < headLength && markedAt < 0) markedAt = left.length
        warnings.push({ code: 'byline_recognised', message: `The byline was read from the page: ${piece.text}` })
        return
      }
      if (at < headLength && isPageDate(piece.text, language)) {
        if (markedAt < 0) markedAt = left.length
        warnings.push({ code: 'page_date', message: `The page’s date was left out: ${piece.text}` })
        return
      }
    }
    left.push(piece)
  })
  return { pieces: left, byline, markedAt, warnings }
}

function bare(text: string): string[] | null {
  const name = text.trim()
  return name === '' || name.length > 200 || name.split(/\s+/u).length > 8 ? null : [name]
}

/** A short paragraph between the headline and the byline or date of the page is the standfirst; so is what the page calls so. */
function takeStandfirst(pieces: readonly Piece[], markedAt: number): { pieces: Piece[]; standfirst: Fragment } {
  const said = pieces.findIndex((piece) => piece.kind === 'text' && piece.said === 'standfirst')
  const first = pieces[0]
  const placed = markedAt === 1 && first?.kind === 'text' && first.said === null && first.text.length <= 400 ? 0 : -1
  const at = said >= 0 && said < headLength ? said : placed
  const piece = pieces[at]
  if (piece?.kind !== 'text' || pieces.length < 2) return { pieces: [...pieces], standfirst: Fragment.empty }
  return { pieces: pieces.filter((_, index) => index !== at), standfirst: piece.content }
}

/** The blocks of the body that a piece makes. */
export function blockOf(piece: Piece): Node[] {
  if (piece.kind === 'node') return [piece.node]
  if (piece.content.size === 0) return []
  if (piece.level > 0) return [subhead(piece)]
  return [schema.node('paragraph', null, piece.content)]
}

function subhead(piece: TextPiece): Node {
  return schema.node('subhead', { level: piece.level <= 2 ? 2 : 3 }, piece.content)
}
