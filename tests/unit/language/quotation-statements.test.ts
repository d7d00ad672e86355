import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { analyzeText } from '../../../storage/language/analyze.ts'
import { readLanguageTag } from '../../../storage/model/language.ts'

/** Each run as "statement words | name". */
function said(text: string, language: string): string[] {
  return analyzeText(text, readLanguageTag(language)).quotes.map(
    ({ statement, text: words, speaker }) => `${statement} ${words} | ${speaker?.name ?? speaker?.text ?? '-'}`,
  )
}

describe('one statement', () => {
  it.each([
    [
      'over paragraphs is theirs whom its end names',
      'en',
      'Ana Roth spoke first. “We wait,” Roth said.\n\n“Home is here.\n\n“So we stay,” said Davit Oren.',
      ['0 We wait, | Ana Roth', '1 Home is here. | Davit Oren', '1 So we stay, | Davit Oren'],
    ],
    [
      'goes on behind its clause in small letters',
      'ru',
      '«Мы вывезли людей, — говорит Ильзе Варн, — и одну кошку».',
      ['0 Мы вывезли людей | Ильзе Варн', '0 и одну кошку | Ильзе Варн'],
    ],
    [
      'ends where the next sentence begins with one letter',
      'ru',
      '«Мне грустно», — сказал Давид Орен. И добавил: «Театр — это люди».',
      ['0 Мне грустно | Давид Орен', '1 Театр — это люди | Давид Орен'],
    ],
    [
      'may be a line of dialogue',
      'ru',
      '— Мост держится, — удивился Давид Орен. — Он простоит век.',
      ['0 Мост держится | Давид Орен', '0 Он простоит век. | Давид Орен'],
    ],
    ['is no item of a list', 'ru', '— три моста, — паром и баржа', []],
    ['is no pronoun held at arm’s length', 'en', 'Is the bridge a “she” or a “he” to Roth?', []],
    [
      'is not by somebody of the other sex',
      'ru',
      'Вера Белозёрова встретила Петра Лунина. «Мост держится», — сказала она.',
      ['0 Мост держится | Вера Белозёрова'],
    ],
  ])('%s', (_what, language, text, expected) => {
    expect(said(text, language)).toEqual(expected)
  })
})

const copied = join(import.meta.dirname, '../../../../shared/fixtures/lavrov-armenia.txt')

it.skipIf(!existsSync(copied))('a page copied from the web: each statement one quotation with its speaker', () => {
  const quotes = analyzeText(readFileSync(copied, 'utf8'), null).quotes
  expect(
    quotes.map(
      ({ speaker, text }) => `${(speaker?.name ?? speaker?.text ?? '-').split(' ').at(-1)}: ${text.slice(0, 16)}`,
    ),
  ).toEqual([
    'Lavrov: We are deeply co',
    'Lavrov: I want to bring ',
    'Moscow: a series of unfr',
    'Pashinian: diversify our se',
    'Pashinian: strategic mistak',
    'Pashinian: leave',
  ])
})
