import { describe, expect, it } from 'vitest'
import { readQuery } from '../../../storage/language/search/read-query.ts'
import type { QueryNode } from '../../../storage/language/search/query.ts'

const text = (word: string, more: object = {}): object => ({
  kind: 'text',
  field: null,
  words: word.split(' '),
  prefix: false,
  ...more,
})
const rootOf = (query: string): QueryNode => readQuery(query).root

describe('a query', () => {
  it.each<[string, object]>([
    ['', { kind: 'all', of: [] }],
    ['Bridge', text('bridge')],
    ['bridge ferry', { kind: 'all', of: [text('bridge'), text('ferry')] }],
    ['“The Bell”', text('the bell')],
    ['«паром ходит»', text('паром ходит')],
    ['"the bel"*', text('the bel', { prefix: true })],
    ['ferr*', text('ferr', { prefix: true })],
    ['пост-советский', text('пост советский')],
    ['O’Brien', { kind: 'any', of: [text('o brien'), text('obrien')] }],
    ['-ferry', { kind: 'not', of: text('ferry') }],
    ['NOT ferry', { kind: 'not', of: text('ferry') }],
    ['--ferry', text('ferry')],
    ['a OR b OR c', { kind: 'any', of: [text('a'), text('b'), text('c')] }],
    ['a b OR c', { kind: 'all', of: [text('a'), { kind: 'any', of: [text('b'), text('c')] }] }],
    ['(a b) OR c', { kind: 'any', of: [{ kind: 'all', of: [text('a'), text('b')] }, text('c')] }],
    ['a AND b', { kind: 'all', of: [text('a'), text('b')] }],
    ['caption:"at the pier"', text('at the pier', { field: 'caption' })],
    ['Slug:BRIDGE-VERNASHAT', text('bridge vernashat', { field: 'slug' })],
    ['person:Նարեկ', text('նարեկ', { field: 'person' })],
    ['status:in-edit', { kind: 'status', status: 'in_edit' }],
    ['status:"in edit"', { kind: 'status', status: 'in_edit' }],
    ['lang:HY', { kind: 'language', language: 'hy' }],
    ['has:photos', { kind: 'has', thing: 'photo' }],
    ['words:<300', { kind: 'words', least: 0, most: 299 }],
    ['words:>=300', { kind: 'words', least: 300, most: Number.MAX_SAFE_INTEGER }],
    ['words:300..500', { kind: 'words', least: 300, most: 500 }],
    ['updated:>2026-11-01', { kind: 'updated', from: '2026-11-02', before: null }],
    ['updated:<=2026-11-30', { kind: 'updated', from: null, before: '2026-12-01' }],
    ['updated:2026-12', { kind: 'updated', from: '2026-12-01', before: '2027-01-01' }],
    ['updated:2026', { kind: 'updated', from: '2026-01-01', before: '2027-01-01' }],
    ['updated:2026-10-30..2026-11', { kind: 'updated', from: '2026-10-30', before: '2026-12-01' }],
  ])('reads %s', (query, root) => {
    expect(readQuery(query)).toEqual({ root, problems: [] })
  })

  it.each<[string, object, RegExp]>([
    ['"the bell', { kind: 'all', of: [text('the'), text('bell')] }, /not closed/u],
    ['bell OR', text('bell'), /OR stands between/u],
    ['OR bell', text('bell'), /OR stands between/u],
    ['(bell', text('bell'), /not closed/u],
    ['bell)', text('bell'), /no opening one/u],
    ['bell status:redy', text('bell'), /No status is called redy. There are: draft, in_edit/u],
    ['bell words:many', text('bell'), /takes a number/u],
    ['bell updated:2026-02-30', text('bell'), /takes a day/u],
    ['bell updated:>2026-01..2026-02', text('bell'), /takes a day/u],
    ['bell lang:4', text('bell'), /no language tag/u],
    ['bell has:cats', text('bell'), /has: knows photo/u],
    ['bell desk:', text('bell'), /desk: needs a value/u],
    ['bell — ', text('bell'), /no word to search for/u],
    ['note:bell', text('note bell'), /No field is called note. There are: slug/u],
  ])('explains what is wrong with %s, and searches the rest', (query, root, sentence) => {
    const read = readQuery(query)
    expect(read.root).toEqual(root)
    expect(read.problems.map((problem) => problem.sentence)).toEqual([expect.stringMatching(sentence)])
  })

  it('takes a colon without a field for what it is', () => {
    for (const query of ['12:30', 'https://example.org', 'bell:']) expect(readQuery(query).problems).toEqual([])
    expect(rootOf('12:30')).toEqual(text('12 30'))
  })

  it('lets the last word go on while it is being typed', () => {
    const last = (query: string): unknown => readQuery(query, { typing: true }).root
    expect(last('fer')).toEqual(text('fer', { prefix: true }))
    expect(last('fer ')).toEqual(text('fer'))
    expect(last('caption:fer')).toEqual(text('fer', { prefix: true, field: 'caption' }))
    expect(last('"the fer"')).toEqual(text('the fer'))
    expect(readQuery('"the fer', { typing: true })).toEqual({ root: text('the fer'), problems: [] })
  })

  it('keeps to a number of conditions and brackets that can be answered', () => {
    const many = readQuery(Array.from({ length: 100 }, (_, at) => `w${at}`).join(' '))
    expect(many.root).toMatchObject({ of: { length: 64 } })
    expect(many.problems).toHaveLength(1)
    expect(readQuery('('.repeat(50_000)).problems.length).toBeGreaterThan(0)
    expect(readQuery(`${'-'.repeat(50_000)}a`).root).toMatchObject({ words: ['a'] })
  })
})
