import { figures } from '../model/figures.ts'
import { quotations } from '../model/quotations.ts'
import type { Story } from '../model/story.ts'
import { headlineOf } from '../model/summary.ts'
import type { StorySummary } from '../model/summary.ts'
import { plainText, wordCount } from '../model/text.ts'
import { fold } from './fold.ts'

/** How many findings a story's row shows. */
export interface FindingCounts {
  readonly errors: number
  readonly warnings: number
}

/** A story as lists show and search it. */
export interface StoryRow {
  readonly summary: StorySummary
  /** Everything that a query is looked for in, folded. */
  readonly folded: string
}

/** The row of a story. The cost is one walk through its text. */
export function rowOf({ record, document }: Story, { errors, warnings }: FindingCounts): StoryRow {
  const { id, slug, language, status, desk, updated, embargo } = record
  return {
    summary: {
      id,
      slug,
      headline: headlineOf(document),
      language,
      status,
      desk,
      updated,
      embargo,
      words: wordCount(document),
      photos: figures(document).filter((figure) => figure.attributes.media !== null).length,
      quotes: quotations(document).length,
      errors,
      warnings,
    },
    folded: fold([slug, desk, ...record.byline, ...record.keywords, plainText(document)].join('\n')),
  }
}
