import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyzeText } from '../../storage/language/analyze.ts'
import { readLanguageTag } from '../../storage/model/language.ts'
import type { Bench } from './bench.ts'
import { readAnnotated } from '../fixtures/quotations/annotated.ts'
import { add, noScore, percent, score } from '../fixtures/quotations/score.ts'
import type { Score } from '../fixtures/quotations/score.ts'
import type { Measurement } from './figure.ts'
import { annotatedArticles, scoreCorpus } from './quotes-corpus.ts'

const own = join(import.meta.dirname, '../fixtures/quotations')
const corpus = join(import.meta.dirname, '../../../shared/corpora/polnear-dev')
const languages = ['ru', 'hy', 'fa', 'en']
const least = { f1: 95, speaker: 80 }
const leastInCorpus = { f1: 97.5, speaker: 90 }

/** How many quotations are found, and how many of their speakers, in annotated news. */
export const quotes: Bench = {
  name: 'quotes',
  about: 'quotations and speakers found in annotated news, against the least that is enough',
  needsWindow: false,
  measure: (say) => {
    const measured = languages.flatMap((language) => figures(language, scoreOf(language), least))
    if (existsSync(corpus)) {
      say(`Reading ${annotatedArticles(corpus).length} annotated articles ...`)
      measured.push(...figures('corpus', scoreCorpus(corpus), leastInCorpus))
    } else say('Skipped the public corpus: the folder ../shared/corpora/polnear-dev is not there.')
    return Promise.resolve(measured)
  },
}

function scoreOf(language: string): Score {
  const sets = readdirSync(join(own, language))
  const files = sets.flatMap((set) =>
    readdirSync(join(own, language, set)).map((name) => join(own, language, set, name)),
  )
  return files
    .map((file) => readAnnotated(readFileSync(file, 'utf8')))
    .map((annotated) => score(annotated, analyzeText(annotated.text, readLanguageTag(language)).quotes))
    .reduce(add, noScore)
}

function figures(name: string, counted: Score, enough: typeof least): Measurement[] {
  const { f1, speaker } = percent(counted)
  const measurement = (what: string, value: number, bound: number): Measurement => ({
    name: `${name}: ${what}`,
    unit: '%',
    samples: [value],
    baseline: { name: 'what is enough', samples: [bound] },
    limit: { atLeast: 1 },
  })
  return [measurement('F1', f1, enough.f1), measurement('speaker by name', speaker, enough.speaker)]
}
