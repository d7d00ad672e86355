import type { QuotedRun } from '../runs.ts'
import type { ClauseLanguage } from './clause-language.ts'

/** A reporting clause is short. */
const longest = 24
/** The verb stands among its first words. */
const verbWithin = 8

/** «Words, — said Roth. — Words» is two runs with the clause between them. */
export function splitAtClause(language: ClauseLanguage, block: string, run: QuotedRun): QuotedRun[] {
  const { inside } = language
  if (inside === null) return [run]
  const words = block.slice(run.from, run.to)
  for (const open of words.matchAll(inside)) {
    const start = open.index + open[0].length
    const close = /[.,։]\s*[—–-]\s*(?=\S)|$/u.exec(words.slice(start))
    const end = start + (close?.index ?? 0)
    if (!isClause(language, words.slice(start, end))) continue
    const stop = run.from + open.index + (/^[,՝]/u.test(open[0]) ? 0 : 1)
    if (stop <= run.from) return [run]
    const first = { ...run, to: stop, outerTo: stop, closed: true }
    const next = run.from + end + (close?.[0].length ?? 0)
    if (close === null || close[0] === '' || next >= run.to) return [first]
    const rest = { ...run, from: next, outerFrom: next, goesOn: true }
    return [first, ...splitAtClause(language, block, rest)]
  }
  return [run]
}

/** — Words, — said Roth. — Words. A line without its reporting clause may be an item of a list: it is no run. */
export function dialogue(language: ClauseLanguage, block: string): QuotedRun[] {
  const dash = language.dialogue?.exec(block)
  if (dash === undefined || dash === null) return []
  const from = dash[0].length
  const to = block.trimEnd().replace(/։$/u, '').length
  if (to <= from) return []
  const mark = dash[0].trim()
  const whole = { from, to, outerFrom: from - dash[0].trimStart().length, outerTo: to, mark, closed: true }
  const runs = splitAtClause(language, block, whole)
  return runs.length === 1 && runs[0] === whole ? [] : runs
}

function isClause(language: ClauseLanguage, clause: string): boolean {
  const list = clause.match(/[\p{L}\p{M}-]+/gu) ?? []
  if (list.length === 0 || list.length > longest) return false
  const head = list.slice(0, verbWithin).map((word) => word.toLowerCase())
  if (head.some((word) => language.cue.test(word))) return true
  const verb = list.findIndex((word) => language.verbBehindDash?.test(word) === true)
  if (verb < 0 || verb > 2 || list.length > verbWithin) return false
  const near = [list[verb - 1], list[verb + 1], list[verb + 2]]
  return near.some(
    (word) =>
      word !== undefined &&
      (/^\p{Lu}\p{Ll}/u.test(word) || language.pronouns.has(word) || language.roles.has(language.bareRole(word))),
  )
}
