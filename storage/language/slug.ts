import { primaryLanguage } from '../model/language.ts'
import { slugSchema } from '../model/record.ts'
import type { Slug } from '../model/record.ts'

/** Words that say nothing of what a story is about. */
const small: Readonly<Record<string, string>> = {
  en: 'a an the and or but of in on at to for with from by as is are was were be been has have had will would can could may it its his her their that this these those after before over into about amid says say said not no new more than who what when why how',
  ru: 'и в во на с со к ко о об от до за из по под при про для не ни но а или что как это его её ее их он она они был была было были будет уже ещё еще',
  hy: 'և ու եւ է են էր էին ի մեջ մասին համար հետ որ որը այս այդ այն նրա իր մի թե բայց կամ ոչ չի',
  fa: 'و در به از با که را برای این آن یک است بود شد می بر تا هم اما یا نه ها های',
}

const longest = 48

/**
 * A slug from the first significant words of a headline, three at most, in upper case, in any script: `BRIDGE-REOPENS-VERNASHAT`.
 * `STORY` when the headline has no letters.
 */
export function slugFrom(headline: string, language: string): Slug {
  const skipped = new Set((small[primaryLanguage(language)] ?? small['en'] ?? '').split(' '))
  const all = headline
    .normalize('NFC')
    .replace(/['’]s\b/gu, '')
    .replace(/\p{Cf}|['’՛՜՞]/gu, '')
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)
  const words = (all ?? []).map((word) => word.slice(0, longest))
  const significant = words.filter((word) => !skipped.has(word.toLowerCase()) && [...word].length > 1)
  let slug = ''
  for (const word of (significant.length > 0 ? significant : words).slice(0, 3)) {
    const next = slug === '' ? upper(word, language) : `${slug}-${upper(word, language)}`
    if (next.length > longest) break
    slug = next
  }
  return slugSchema.safeParse(slug).data ?? slugSchema.parse('STORY')
}

function upper(word: string, language: string): string {
  return word.toLocaleUpperCase(language === 'und' ? 'en' : language)
}
