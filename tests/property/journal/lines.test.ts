import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../storage/journal/entry.ts'
import { parseLines, writeLine } from '../../../storage/journal/lines.ts'
import { someText } from '../../fixtures/arbitrary-story.ts'
import { window1 } from '../../unit/journal/entries.ts'

const someEntries: fc.Arbitrary<Entry[]> = fc
  .tuple(fc.integer({ min: 1, max: 1000 }), fc.array(fc.tuple(someText, fc.boolean()), { maxLength: 8 }))
  .map(([first, texts]) =>
    texts.map(([text, isStep], index): Entry => {
      const common = { format: 2 as const, sequence: first + index, at: '2026-04-14T09:00:00.000Z' }
      return isStep
        ? { ...common, kind: 'steps', version: index, client: window1, steps: [{ stepType: 'replace', text }] }
        : { ...common, kind: 'record', patch: { desk: text.slice(0, 80) }, by: text.slice(0, 40) }
    }),
  )

const fileOf = (entries: readonly Entry[]): Buffer => Buffer.concat(entries.map(writeLine))

describe('reading a journal file', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(someEntries, (entries) => {
        const file = fileOf(entries)
        const { lines, good, state } = parseLines(file)
        expect(lines.map((line) => line.entry)).toEqual(entries)
        expect([good, state]).toEqual([file.length, 'whole'])
      }),
    )
  })

  it('gives a prefix when the file is cut at any byte: every line that is whole', () => {
    fc.assert(
      fc.property(someEntries, (entries) => {
        const file = fileOf(entries)
        const ends = entries.map((_, index) => fileOf(entries.slice(0, index + 1)).length)
        for (let length = 0; length <= file.length; length += 1) {
          const { lines, good, state } = parseLines(file.subarray(0, length))
          const whole = ends.filter((end) => end <= length)
          expect(lines.map((line) => line.entry)).toEqual(entries.slice(0, whole.length))
          expect(good).toBe(whole.at(-1) ?? 0)
          expect(state).toBe(length === good ? 'whole' : 'torn')
        }
      }),
      { numRuns: 30 },
    )
  })

  it('gives a prefix when any one bit is changed: exactly the lines before it', () => {
    fc.assert(
      fc.property(
        someEntries.filter((entries) => entries.length > 0),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.nat(7),
        (entries, place, bit) => {
          const file = fileOf(entries)
          const at = Math.floor(place * file.length)
          file[at] = (file[at] ?? 0) ^ (1 << bit)
          const before = entries.filter((_, index) => fileOf(entries.slice(0, index + 1)).length <= at)
          const { lines, state } = parseLines(file)
          expect(lines.map((line) => line.entry)).toEqual(before)
          expect(state).not.toBe('whole')
        },
      ),
      { numRuns: 500 },
    )
  })

  it('never throws, whatever the file holds', () => {
    const shred = fc.oneof(
      fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
      someEntries.map(fileOf),
      fc
        .constantFrom('\n', '{"sum":"00000000","entry":', '{}\n', '{"sum":"', '}\n', '\0\0\0\0')
        .map((text) => Buffer.from(text)),
    )
    fc.assert(
      fc.property(fc.array(shred, { maxLength: 6 }), (shreds) => {
        const file = Buffer.concat(shreds)
        const { lines, good } = parseLines(file)
        expect(good).toBeLessThanOrEqual(file.length)
        expect(parseLines(file.subarray(0, good)).lines).toEqual(lines)
      }),
      { numRuns: 300 },
    )
  })
})
