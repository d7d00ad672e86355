import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { readDocument, writeDocument } from '../../../storage/model/document.ts'
import { duplicateDraft } from '../../../storage/model/duplicate.ts'
import { mediaIdSchema, quoteIdSchema } from '../../../storage/model/ids.ts'
import { quoteRuns, quoteTable, quotations } from '../../../storage/model/quotations.ts'
import { recordFieldsSchema } from '../../../storage/model/record.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { sampleStory } from '../../fixtures/stories.ts'
import { arbitraryStory } from '../publish/arbitrary-story.ts'

const photo = mediaIdSchema.parse('b'.repeat(64))
const newQuoteId = () => quoteIdSchema.parse(v7())
const verified = {
  state: 'verified',
  words: 'No more',
  sha256: 'c'.repeat(64),
  by: 'Tobi Okafor',
  at: '2026-04-14T08:30:00.000Z',
} as const

/** Stories in which the quotations that are known are verified, or not, and one of them is repeated large. */
const someStory = fc.tuple(arbitraryStory([photo]), fc.nat(), fc.boolean()).map(([story, which, isVerified]) => {
  const known = Object.entries(quoteTable(story.document))
  const pulledFrom = known[which % known.length]?.[0]
  const quotes = Object.fromEntries(
    known.map(([id, quote]) => [id, isVerified ? { ...quote, verification: verified } : quote]),
  )
  const pull = schema.node('pull_quote', { pulledFrom }, [schema.text('No more')])
  return { ...story, document: schema.node('doc', { quotes }, story.document.content.addToEnd(pull)) }
})

/** A document with its quotations named by their place in reading order, so that two can be compared whole. */
function withPlaces(document: Node): string {
  let json = JSON.stringify(writeDocument(document.type.create({ ...document.attrs, quotes: {} }, document.content)))
  for (const [place, id] of [...quoteRuns(document).keys()].entries()) json = json.replaceAll(id, `quotation ${place}`)
  return json.replaceAll(/"pulledFrom":"(?!quotation)[^"]*"/g, '"pulledFrom":null')
}

test('a copy says the same with quotations of its own, every run with its entry and every entry with its run', () => {
  fc.assert(
    fc.property(someStory, (source) => {
      const { document, ...fields } = duplicateDraft(source, newQuoteId)
      document.check()
      expect(readDocument(JSON.parse(JSON.stringify(writeDocument(document)))).eq(document)).toBe(true)
      recordFieldsSchema.partial().parse(fields)
      expect(withPlaces(document)).toBe(withPlaces(source.document))

      const runs = [...quoteRuns(document).keys()]
      expect(Object.keys(quoteTable(document)).sort()).toEqual([...runs].sort())
      const known = JSON.stringify([...quoteRuns(source.document).keys(), quoteTable(source.document)])
      expect(runs.filter((id) => known.includes(id))).toEqual([])
      const told = (of: Node) => quotations(of).map(({ quote: { id: _, ...about } }) => about)
      expect(told(document)).toEqual(told(source.document))
    }),
  )
})

test('a run of which nothing is known is plain text in the copy, and nothing is pulled from it', () => {
  const id = newQuoteId()
  const document = schema.node('doc', { quotes: {} }, [
    schema.node('headline'),
    schema.node('standfirst'),
    schema.node('paragraph', null, [schema.text('“No more,” he said.', [schema.mark('quote', { id })])]),
    schema.node('pull_quote', { pulledFrom: id }, [schema.text('No more')]),
  ])
  const copy = duplicateDraft({ ...sampleStory(), document }, newQuoteId).document
  expect(JSON.stringify(copy)).not.toContain(id)
  expect(copy.textContent).toBe(document.textContent)
})
