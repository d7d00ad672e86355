import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkStory } from '../../../storage/checks/check-story.ts'
import { findingSchema } from '../../../storage/checks/finding.ts'
import { rules } from '../../../storage/checks/rules/index.ts'
import { languageTagSchema } from '../../../storage/model/language.ts'
import { Slice } from 'prosemirror-model'
import { defaultSettings } from '../../../storage/model/settings.ts'
import { someDocument } from '../../fixtures/arbitrary-story.ts'
import { sampleStory } from '../../fixtures/stories.ts'

const { record } = sampleStory()
const language = fc.constantFrom('en', 'hy', 'ru', 'fa', 'de', 'und').map((tag) => languageTagSchema.parse(tag))

it('any story is checked without failing, and every finding and fix lies inside it', () => {
  fc.assert(
    fc.property(someDocument, language, (document, tag) => {
      const now = new Date('2026-03-14T12:00:00.000Z')
      const input = {
        record: { ...record, language: tag },
        document,
        photos: new Map(),
        settings: defaultSettings,
        now,
      }
      const { findings, passed } = checkStory(input)
      expect(passed).toBe(rules.length - new Set(findings.map(({ rule }) => rule)).size)
      for (const finding of findings) {
        const { where, fix } = findingSchema.parse(finding)
        if ('from' in where) {
          expect(where.from).toBeLessThanOrEqual(where.to)
          expect(where.to).toBeLessThanOrEqual(document.content.size)
        }
        if (where.kind === 'figure') expect(document.nodeAt(where.pos)?.type.name).toBe('figure')
        if (fix?.change.kind === 'replaceText') {
          const { from, to, text } = fix.change
          expect(document.resolve(from).sameParent(document.resolve(to))).toBe(true)
          const words = document.textBetween(from, to)
          expect(words.length - text.length).toBe(to - from - text.length)
          document.replace(from, to, Slice.empty).check()
        }
      }
    }),
    { numRuns: 200 },
  )
})

it('checking twice gives the same', () => {
  fc.assert(
    fc.property(someDocument, (document) => {
      const input = { record, document, photos: new Map(), settings: defaultSettings, now: new Date(0) }
      expect(checkStory(input)).toEqual(checkStory(input))
    }),
    { numRuns: 50 },
  )
})
