import { franc } from 'franc'
import { languageTagSchema } from '../model/language.ts'
import type { LanguageTag } from '../model/language.ts'

/** Scripts that tell the language, or a family of languages, by themselves. */
const scripts = {
  latin: /\p{Script=Latin}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
  armenian: /\p{Script=Armenian}/u,
  arabic: /\p{Script=Arabic}/u,
  georgian: /\p{Script=Georgian}/u,
  hebrew: /\p{Script=Hebrew}/u,
  greek: /\p{Script=Greek}/u,
  devanagari: /\p{Script=Devanagari}/u,
  thai: /\p{Script=Thai}/u,
  hangul: /\p{Script=Hangul}/u,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  han: /\p{Script=Han}/u,
} as const

type Script = keyof typeof scripts

const scriptNames = Object.keys(scripts) as readonly Script[]

const byScript: Partial<Record<Script, string>> = {
  armenian: 'hy',
  georgian: 'ka',
  hebrew: 'he',
  greek: 'el',
  devanagari: 'hi',
  thai: 'th',
  hangul: 'ko',
  kana: 'ja',
}

/** How much of a text is read: enough to be sure, little enough to cost nothing on a long one. */
const sample = 20_000

/** The language a text is written in, as a primary BCP 47 tag; `und` when there are no letters to judge by. */
export function detectLanguage(text: string): LanguageTag {
  return languageTagSchema.parse(guess(text.slice(0, sample)))
}

function guess(text: string): string {
  const counts = lettersByScript(text)
  const most = counts.reduce((best, next) => (next.letters > best.letters ? next : best))
  if (most.letters === 0) return 'und'
  // Japanese is written in both; a fifth of kana is more than Chinese ever has.
  const kana = counts.find(({ script }) => script === 'kana')?.letters ?? 0
  if (most.script === 'han') return kana * 5 > most.letters ? 'ja' : 'zh'
  if (most.script === 'arabic') return arabic(text)
  if (most.script === 'cyrillic') return cyrillic(text, most.letters)
  if (most.script === 'latin') return latin(text)
  return byScript[most.script] ?? 'und'
}

/** Which script each letter that has been met is of, by its code: asked once of the patterns, they are slow. */
const known = new Uint8Array(0x10000)
const noScript = scriptNames.length + 1

function lettersByScript(text: string): { script: Script; letters: number }[] {
  const counts = new Uint32Array(noScript + 1)
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0
    if (code > 0xffff) at += 1
    const place = known[code] || placeOf(code)
    counts[place] = (counts[place] ?? 0) + 1
  }
  return scriptNames.map((script, at) => ({ script, letters: counts[at + 1] ?? 0 }))
}

/** One more than the place of a letter's script among the names, or `noScript`. */
function placeOf(code: number): number {
  const letter = String.fromCodePoint(code)
  const at = scriptNames.findIndex((script) => scripts[script].test(letter))
  const place = at === -1 ? noScript : at + 1
  if (code < known.length) known[code] = place
  return place
}

const share = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0

/** Urdu, Persian, Kurdish and Arabic by the letters that the others lack. */
function arabic(text: string): string {
  if (share(text, /[ٹڈڑںے]/gu) > 0) return 'ur'
  if (share(text, /[ۆێەڵڕ]/gu) > share(text, /[ًٌٍَُِ]/gu)) return 'ckb'
  const persian = share(text, /[پچژگیک]/gu)
  const pashto = share(text, /[ټډړښځڅۍې]/gu)
  if (pashto > 0) return 'ps'
  return persian >= share(text, /[يكةى]/gu) && persian > 0 ? 'fa' : 'ar'
}

function cyrillic(text: string, letters: number): string {
  const lower = text.toLowerCase()
  if (share(lower, /[їєґ]/gu) > 0) return 'uk'
  if (share(lower, /ў/gu) > 0) return 'be'
  if (share(lower, /[ѓќѕ]/gu) > 0) return 'mk'
  if (share(lower, /[јљњћђџ]/gu) > 0) return 'sr'
  if (share(lower, /[әғқңұһ]/gu) > 0) return 'kk'
  if (share(lower, /[ңөү]/gu) > 0) return 'ky'
  if (share(lower, /і/gu) > letters / 100) return 'uk'
  const hardSigns = share(lower, /ъ/gu)
  return share(lower, /[ыэё]/gu) === 0 && hardSigns > letters / 200 ? 'bg' : 'ru'
}

/** What `franc` calls the languages we let it choose from, and their tags. */
const latinTags: Readonly<Record<string, string>> = {
  eng: 'en',
  fra: 'fr',
  deu: 'de',
  spa: 'es',
  ita: 'it',
  por: 'pt',
  nld: 'nl',
  swe: 'sv',
  dan: 'da',
  nob: 'nb',
  fin: 'fi',
  pol: 'pl',
  ces: 'cs',
  slk: 'sk',
  slv: 'sl',
  hrv: 'hr',
  hun: 'hu',
  ron: 'ro',
  tur: 'tr',
  azj: 'az',
  uzn: 'uz',
  lit: 'lt',
  lvs: 'lv',
  est: 'et',
  sqi: 'sq',
  cat: 'ca',
  vie: 'vi',
  ind: 'id',
}

const latinNames = Object.keys(latinTags)

/** How many characters letter statistics are made of. More make them slower and hardly surer. */
const statistics = 800

/** Words that hardly any other of these languages has. A headline is too short for letter statistics. */
const functionWords: Readonly<Record<string, string>> = {
  en: 'the of and to for with is are was that from after says said over at by not his her as will has',
  fr: 'le la les des du et une est dans pour que qui sur avec au aux ne pas par son sa',
  de: 'der die das und ist nicht mit den dem ein eine von zu auf für im sich auch nach bei',
  es: 'el los las y del una que en por con para se su al es como más pero',
  it: 'il lo gli di che e una per non con del della sono nel alla dei si',
  pt: 'o os as do da dos das e uma que em não com para por no na se ao',
  nl: 'de het een en van is dat niet met voor op te zijn aan ook door naar',
  tr: 've bir bu için ile da de olarak daha çok olan gibi kadar',
  pl: 'i w na z się do nie że jest to po jak przez dla od',
}

/** On fewer words the letter statistics are a toss: they take “Headline one. Body here.” for Turkish. */
const fewest = 8

function latin(text: string): string {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < 60) {
    const seen = new Set(words)
    const votes = Object.entries(functionWords)
      .map(([tag, list]) => ({ tag, votes: list.split(' ').filter((word) => seen.has(word)).length }))
      .sort((a, b) => b.votes - a.votes)
    const [first, second] = votes
    if (first !== undefined && first.votes > 0 && first.votes > (second?.votes ?? 0)) return first.tag
  }
  if (words.length < fewest) return 'und'
  return latinTags[franc(text.slice(0, statistics), { only: latinNames, minLength: 12 })] ?? 'en'
}
