import type { Node } from 'prosemirror-model'
import { buildDocument } from '../../storage/model/document.ts'
import { quoteIdSchema } from '../../storage/model/ids.ts'
import { newQuote } from '../../storage/model/quote.ts'
import { schema } from '../../storage/model/schema/index.ts'
import { Random } from '../crash/random.ts'

/** The four languages of an archive and the syllables that its words are made of. */
const syllables = {
  en: 'ba ker ton mi land ri ver ste lo an dor win ha el ing er con tra pe sol',
  ru: 'ба ро ста ли мо на ве го ри та ко се пе дом ка ни ря шо лё зи',
  hy: 'բա րե ստա լի մո նա վե գո րի տա կո սե պե դոմ կա նի շա խո ծա հա',
  fa: 'با رو ستا لی مو نا وه گو ری تا کو سه په دم کا نی شا خو زا ها',
} as const
export type ArchiveLanguage = keyof typeof syllables
export const archiveLanguages = Object.keys(syllables) as readonly ArchiveLanguage[]

const vocabularySize = 6000

/** The words of each language, the most frequent first. The same every time. */
export const vocabularies: Readonly<Record<ArchiveLanguage, readonly string[]>> = {
  en: vocabulary('en'),
  ru: vocabulary('ru'),
  hy: vocabulary('hy'),
  fa: vocabulary('fa'),
}

function vocabulary(language: ArchiveLanguage): string[] {
  const random = new Random(language.charCodeAt(0))
  const parts = syllables[language].split(' ')
  const words = new Set<string>()
  while (words.size < vocabularySize) {
    words.add(Array.from({ length: 1 + random.below(4) }, () => random.oneOf(parts)).join(''))
  }
  return [...words]
}

/** A word as often as language has it: a few are everywhere, most are rare. */
export function someWord(random: Random, language: ArchiveLanguage): string {
  const rank = Math.floor(vocabularySize ** (random.below(1_000_000) / 1_000_000))
  return vocabularies[language][rank - 1] ?? 'the'
}

function sentence(random: Random, language: ArchiveLanguage, length: number): string {
  const words = Array.from({ length }, () => someWord(random, language)).join(' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

/** A story of about 400 words with a tagged quotation, and in every third a photo. */
export function archiveStory(random: Random, language: ArchiveLanguage): Node {
  const id = quoteIdSchema.parse(
    `01938f2a-6000-7a11-8b22-${random
      .below(2 ** 30)
      .toString(16)
      .padStart(12, '0')}`,
  )
  const speaker = `${someWord(random, language)} ${someWord(random, language)}`
  const paragraphs = Array.from({ length: 7 }, () => {
    const sentences = Array.from({ length: 4 }, () => sentence(random, language, 13))
    return schema.node('paragraph', null, [schema.text(sentences.join(' '))])
  })
  const said = schema.text(`“${sentence(random, language, 9)}”`, [schema.mark('quote', { id })])
  const quoted = schema.node('paragraph', null, [said, schema.text(` — ${speaker}`)])
  const caption = (): Node => schema.node('caption', null, [schema.text(sentence(random, language, 12))])
  const photo = [...'0123456789abcdef'.repeat(4)].map(() => random.below(16).toString(16)).join('')
  const figures = random.below(3) === 0 ? [schema.node('figure', { media: photo, alt: speaker }, [caption()])] : []
  const document = buildDocument(sentence(random, language, 7).slice(0, -1), sentence(random, language, 14), [
    ...paragraphs,
    quoted,
    ...figures,
  ])
  return schema.node('doc', { quotes: { [id]: newQuote(id, 'direct', { entity: null, name: speaker, role: '' }) } }, [
    ...document.children,
  ])
}
