import { describe, expect, test } from 'vitest'
import { factOf } from '../../../renderer/compare/facts.ts'

describe('a change touches a fact', () => {
  test.each([
    ['three months', '94 days', '', 'number'],
    ['about eight', '7.40', 'At ', 'time'],
    ['more than 6,000', 'about 6,300', '', 'number'],
    ['۶۰۰۰', '۶۳۰۰', '', 'number'],
    ['Hovakian', 'Ovakian', 'said ', 'name'],
    ['', ', Aram Vanesyan,', 'a carrier', 'name'],
    ['Ованесян', 'Оганесян', 'сказал ', 'name'],
    ['just', 'exactly', '“', null],
    ['Nobody', 'Everybody', '', null],
    ['Nobody', 'Everybody', 'It rained. ', null],
    ['people of Varn', 'those of Varn', 'the ', null],
    ['', ' I think', 'so', null],
  ] as const)('%j, now %j behind %j: %s', (deleted, inserted, before, fact) => {
    expect(factOf(deleted, inserted, before)).toBe(fact)
  })
})
