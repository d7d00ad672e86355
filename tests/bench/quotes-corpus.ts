import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyzeText } from '../../storage/language/analyze.ts'
import { add, noScore } from '../fixtures/quotations/score.ts'
import type { Score } from '../fixtures/quotations/score.ts'

interface Stretch {
  readonly from: number
  readonly to: number
}

/** One statement as the corpus marks it: what is said, and where the text names who says it. */
interface Attribution {
  readonly contents: readonly Stretch[]
  readonly sources: readonly Stretch[]
}

interface Article {
  readonly text: string
  readonly attributions: readonly Attribution[]
}

/** The articles of a corpus in the brat format: `text/` and, by the same name and a suffix, `attributions/`. */
export function annotatedArticles(folder: string): Article[] {
  const notes = new Map(
    readdirSync(join(folder, 'attributions')).map((name) => [name.replace(/_[0-9a-f]{4}\.ann$/, ''), name]),
  )
  return readdirSync(join(folder, 'text'))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => {
      const note = notes.get(name.replace(/\.txt$/, ''))
      if (note === undefined) return []
      const text = readFileSync(join(folder, 'text', name), 'utf8')
      return [{ text, attributions: read(text, readFileSync(join(folder, 'attributions', note), 'utf8')) }]
    })
}

/** The corpus counts characters, we count UTF-16 units. */
function read(text: string, notes: string): Attribution[] {
  const units: number[] = []
  let unit = 0
  for (const character of text) {
    units.push(unit)
    unit += character.length
  }
  units.push(unit)
  const spans = new Map<string, Stretch[]>()
  for (const match of notes.matchAll(/^(?<id>T\d+)\t\w+ (?<at>[\d; ]+)\t/gmu)) {
    const { id = '', at = '' } = match.groups ?? {}
    const parts = at.split(';').map((part) =>
      part
        .trim()
        .split(' ')
        .map((place) => units[Number(place)] ?? 0),
    )
    spans.set(
      id,
      parts.map(([from = 0, to = 0]) => ({ from, to })),
    )
  }
  return [...notes.matchAll(/^E\d+\t(?<roles>.*)$/gmu)].map(({ groups }) => {
    const roles = (groups?.['roles'] ?? '')
      .trim()
      .split(' ')
      .map((role) => role.split(':'))
    const of = (kind: string): Stretch[] =>
      roles.flatMap(([role = '', id = '']) => (role.startsWith(kind) ? (spans.get(id) ?? []) : []))
    return { contents: of('Content'), sources: of('Source') }
  })
}

/** A run counts when it lies between marks and in what the corpus marks as said. */
export function scoreCorpus(folder: string): Score {
  return annotatedArticles(folder).map(scoreArticle).reduce(add, noScore)
}

function scoreArticle({ text, attributions }: Article): Score {
  const found = analyzeText(text, null).quotes
  const inMarks = [...text.matchAll(/“([^“”]{2,}?)”|(?<![\w”])"([^"\n]{2,}?)"/gu)].map((match) => ({
    from: match.index + 1,
    to: match.index + match[0].length - 1,
  }))
  const gold = inMarks.flatMap((run) => {
    const said = attributions.filter(({ contents }) =>
      contents.some((content) => run.from >= content.from - 1 && run.to <= content.to + 1),
    )
    return said.length === 0 ? [] : [{ run, sources: said.flatMap(({ sources }) => sources) }]
  })
  const counts = { found: 0, named: 0, namedRight: 0 }
  for (const { run, sources } of gold) {
    const quote = found.find((each) => share(each, run) >= 0.8)
    if (quote === undefined) continue
    counts.found += 1
    if (sources.length === 0) continue
    counts.named += 1
    if (quote.speaker !== null && isNamed(text, quote.speaker, sources)) counts.namedRight += 1
  }
  const right = found.filter((quote) =>
    attributions.some(({ contents }) => contents.some((content) => share(content, quote) > 0)),
  )
  return { ...counts, runs: gold.length, given: found.length, right: right.length, failures: [] }
}

function share(one: Stretch, other: Stretch): number {
  const common = Math.min(one.to, other.to) - Math.max(one.from, other.from)
  return common <= 0 ? 0 : common / (Math.max(one.to, other.to) - Math.min(one.from, other.from))
}

/** Words that many names have in common. */
const general = new Set(
  `the a an of and mr mrs ms dr president senator sen rep gov former candidate republican democratic spokesman spokeswoman he she
  they it his her who`.split(/\s+/u),
)

function isNamed(text: string, speaker: Stretch & { readonly text: string }, sources: readonly Stretch[]): boolean {
  if (sources.some((source) => share(source, speaker) > 0)) return true
  const words = (part: string): string[] =>
    (part.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !general.has(word))
  const named = new Set(sources.flatMap(({ from, to }) => words(text.slice(from, to))))
  return words(speaker.text).some((word) => named.has(word))
}
