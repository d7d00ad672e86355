import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { expect, it } from 'vitest'
import { advance } from '../../../storage/journal/story-state.ts'
import type { StoryState } from '../../../storage/journal/story-state.ts'
import { sameContent } from '../../../storage/library/same-content.ts'
import { changesTo, holdsAllOf } from '../../../storage/library/taking-over.ts'
import { recordPatchSchema } from '../../../storage/model/record.ts'
import { edited, someDocument, someEdit } from '../../fixtures/arbitrary-story.ts'
import { sampleStory } from '../../fixtures/stories.ts'

const somePatch = fc
  .record(
    {
      desk: fc.string({ maxLength: 20 }),
      status: fc.constantFrom('draft', 'ready', 'in_edit'),
      keywords: fc.array(fc.constantFrom('ferry', 'նավ', 'паром'), { maxLength: 3 }),
      editorsNote: fc.string({ maxLength: 40 }),
    },
    { requiredKeys: [] },
  )
  .map((patch) => recordPatchSchema.parse(patch))

const someStory = (document: Node): fc.Arbitrary<StoryState> =>
  somePatch.map((patch) => {
    const { record } = sampleStory()
    return { record: { ...record, ...patch }, document, version: 7, sequence: 9 }
  })

/** Two texts that have nothing, something or all in common. */
const twoStories = fc
  .tuple(someDocument, someDocument, fc.array(someEdit, { maxLength: 3 }), fc.boolean())
  .map(
    ([one, other, edits, related]) =>
      [one, related ? edits.reduce((text, edit) => edited(text, edit).doc, one) : other] as const,
  )
  .chain(([one, other]) => fc.tuple(someStory(one), someStory(other)))

it('whatever another program made of a story, the changes lead there by the journal’s own way', () => {
  fc.assert(
    fc.property(twoStories, ([ours, theirs]) => {
      let state = ours
      for (const change of changesTo(ours, theirs)) {
        const entry = { ...change, format: 2, sequence: state.sequence + 1, at: '2026-04-14T09:00:00.000Z' } as const
        state = advance(state, entry).state
      }
      expect(sameContent(state, theirs)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

it('a story holds all of itself, and not of one with a word more', () => {
  fc.assert(
    fc.property(twoStories, ([ours, theirs]) => {
      expect(holdsAllOf(ours, ours)).toBe(true)
      const wordsOf = (story: StoryState): string[] => story.document.textContent.match(/\p{L}{3,}/gu) ?? []
      fc.pre(wordsOf(ours).some((word) => !theirs.document.textContent.includes(word)))
      expect(holdsAllOf(ours, theirs)).toBe(false)
    }),
    { numRuns: 200 },
  )
})
