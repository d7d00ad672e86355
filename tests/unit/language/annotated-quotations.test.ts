import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { analyzeText } from '../../../storage/language/analyze.ts'
import { readLanguageTag } from '../../../storage/model/language.ts'
import { readAnnotated } from '../../fixtures/quotations/annotated.ts'
import type { AnnotatedText } from '../../fixtures/quotations/annotated.ts'
import { add, noScore, percent, score } from '../../fixtures/quotations/score.ts'
import type { Score } from '../../fixtures/quotations/score.ts'

const folder = join(import.meta.dirname, '../../fixtures/quotations')

function texts(language: string, set: string): AnnotatedText[] {
  const place = join(folder, language, set)
  return readdirSync(place)
    .sort()
    .map((name) => readAnnotated(readFileSync(join(place, name), 'utf8')))
}

function scoreOf(language: string, set: string): Score {
  return texts(language, set)
    .map((annotated) => score(annotated, analyzeText(annotated.text, readLanguageTag(language)).quotes))
    .reduce(add, noScore)
}

const least = { f1: 95, speaker: 80 }
const sets = { ru: ['develop', 'held-out'], hy: ['develop', 'held-out'], fa: ['develop', 'held-out'], en: ['held-out'] }
const statements = { ru: 60, hy: 60, fa: 60, en: 40 }

describe.each(['ru', 'hy', 'fa', 'en'] as const)('annotated news in %s', (language) => {
  it.each(sets[language])('finds its quotations and speakers, %s', (set) => {
    const whole = scoreOf(language, set)
    const { f1, speaker } = percent(whole)
    const report = `F1 ${f1.toFixed(1)}, speakers ${speaker.toFixed(1)}%\n${whole.failures.join('\n')}`
    expect(f1, report).toBeGreaterThanOrEqual(least.f1)
    expect(speaker, report).toBeGreaterThanOrEqual(least.speaker)
  })

  it('is enough to judge by', () => {
    const all = sets[language].flatMap((set) => texts(language, set))
    const count = all.reduce((sum, { runs }) => sum + new Set(runs.map(({ statement }) => statement)).size, 0)
    expect(count).toBeGreaterThanOrEqual(statements[language])
  })
})

describe('the score', () => {
  const annotated = readAnnotated('“⟦Varn|It holds⟧,” Varn said. “⟦+|It will⟧.”')
  const [run] = annotated.runs
  const found = {
    kind: 'direct',
    text: '',
    cue: null,
    confidence: 1,
    statement: 0,
    from: run?.from ?? 0,
    to: run?.to ?? 0,
  } as const

  it('counts what is missed, what is too much and who is mistaken', () => {
    const wrong = { from: 0, to: 0, text: '', name: 'Orin' }
    const { failures, ...counts } = score(annotated, [
      { ...found, speaker: wrong },
      { ...found, from: 12, to: 16, speaker: null },
    ])
    expect(counts).toEqual({ runs: 2, found: 1, given: 2, right: 1, named: 1, namedRight: 0 })
    expect(failures).toHaveLength(3)
  })

  it('takes any ending of a name for the name', () => {
    const right = { from: 0, to: 0, text: '', name: 'Varns' }
    expect(score(annotated, [{ ...found, speaker: right }]).namedRight).toBe(1)
  })
})
