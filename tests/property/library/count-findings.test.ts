import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkStory } from '../../../storage/checks/check-story.ts'
import { nodeFileSystem } from '../../../storage/files/node-file-system.ts'
import { countFindings } from '../../../storage/library/count-findings.ts'
import { defaultSettings as settings } from '../../../storage/model/settings.ts'
import { someDocument } from '../../fixtures/arbitrary-story.ts'
import { sampleStory } from '../../fixtures/stories.ts'

describe('the counts of a row', () => {
  it('are those of the whole check', async () => {
    await fc.assert(
      fc.asyncProperty(someDocument, async (document) => {
        const story = { ...sampleStory(), document }
        const { findings } = checkStory({ ...story, photos: new Map(), settings, now: new Date() })
        const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length
        const counts = await countFindings(nodeFileSystem, '/nowhere', story, settings)
        expect(counts).toEqual({ errors: count('error'), warnings: count('warning') })
      }),
      { numRuns: 60 },
    )
  })
})
