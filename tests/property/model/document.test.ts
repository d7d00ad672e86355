import fc from 'fast-check'
import { Fragment } from 'prosemirror-model'
import type { Mark, Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { checkChange } from '../../../storage/model/check-change.ts'
import { readDocument, writeDocument } from '../../../storage/model/document.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { readStory, writeStory } from '../../../storage/model/story.ts'
import { edited, someDocument, someEdit } from '../../fixtures/arbitrary-story.ts'
import { sampleStory } from '../../fixtures/stories.ts'

const overDisk = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('a document', () => {
  it('is the same after it was written and read', () => {
    fc.assert(
      fc.property(someDocument, (document) => {
        const read = readDocument(overDisk(writeDocument(document)))
        expect(read.eq(document)).toBe(true)
        expect(writeDocument(read)).toEqual(writeDocument(document))
      }),
    )
  })

  it('is the same in a story file, with its record', () => {
    fc.assert(
      fc.property(someDocument, fc.nat(), fc.nat(), (document, version, sequence) => {
        const story = { ...sampleStory(), document }
        const read = readStory(overDisk(writeStory(story, version, sequence)))
        expect(read.document.eq(document)).toBe(true)
        expect(read).toMatchObject({ record: story.record, version, sequence })
      }),
    )
  })
})

describe('checking only what changed', () => {
  it('passes what the schema allows', () => {
    fc.assert(
      fc.property(someDocument, someEdit, (document, edit) => {
        const after = edited(document, edit).doc
        expect(() => {
          checkChange(document, after)
        }).not.toThrow()
      }),
      { numRuns: 300 },
    )
  })

  it('finds whatever a whole check finds', () => {
    fc.assert(
      fc.property(someDocument, fc.constantFrom(...damages), fc.nat(), (document, damage, seed) => {
        const after = damage(document, seed % document.childCount)
        expect(() => {
          after.check()
        }).toThrow()
        expect(() => {
          checkChange(document, after)
        }).toThrow()
      }),
      { numRuns: 300 },
    )
  })
})

/** Ways to make a document that the schema does not allow, past the checks that come with making nodes. */
const damages: readonly ((document: Node, index: number) => Node)[] = [
  (document) => document.copy(document.content.cut(document.child(0).nodeSize)),
  (document) => document.copy(document.content.addToEnd(document.child(0))),
  (document) => document.copy(document.content.addToEnd(schema.text('loose words'))),
  (document, index) =>
    document.copy(document.content.replaceChild(index, document.child(index).copy(Fragment.from(schema.node('rule'))))),
  (document) =>
    document.copy(
      document.content.replaceChild(
        0,
        schema.node('headline').copy(Fragment.from(schema.text('x', [schema.mark('strong')]))),
      ),
    ),
  (document) =>
    document.copy(
      document.content.addToEnd(
        schema
          .node('paragraph')
          .copy(
            Fragment.from(
              schema.text('x', [
                spoilt(schema.mark('link', { href: 'https://example.org/' }), { href: 'javascript:alert(1)' }),
              ]),
            ),
          ),
      ),
    ),
  (document, index) =>
    document.copy(
      document.content.replaceChild(
        index,
        document.child(index).mark([spoilt(schema.mark('lang', { code: 'hy' }), { code: 'no tag' })]),
      ),
    ),
  (document) => spoilt(document, { quotes: { x: 'y' } }),
]

/** The same node or mark with attributes that nothing has looked at. */
function spoilt<T extends Node | Mark>(whole: T, attrs: Record<string, unknown>): T {
  return Object.create(whole, { attrs: { value: attrs } }) as T
}
