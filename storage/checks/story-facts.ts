import type { Node } from 'prosemirror-model'
import { quotationSuggester } from '../language/suggestions.ts'
import type { QuotationSuggestion } from '../language/suggestions.ts'
import { figures } from '../model/figures.ts'
import type { Figure } from '../model/figures.ts'
import type { MediaId } from '../model/ids.ts'
import type { Photo } from '../model/photo.ts'
import { quotations } from '../model/quotations.ts'
import type { Quotation } from '../model/quotations.ts'
import type { StoryRecord } from '../model/record.ts'
import type { Settings } from '../model/settings.ts'
import type { StorySummary } from '../model/summary.ts'
import { textBlocks } from '../model/text.ts'
import type { TextBlock } from '../model/text.ts'

/** What a check looks at. `photos` holds the asset of every figure that has one; `now` is the moment of checking. */
export interface CheckInput {
  readonly record: StoryRecord
  readonly document: Node
  readonly photos: ReadonlyMap<MediaId, Photo>
  readonly settings: Settings
  readonly now: Date
  /** Other stories that bear this slug, as far as they are known. */
  readonly neighbours?: readonly Neighbour[]
}

/** What a check needs to know of another story. */
export type Neighbour = Pick<StorySummary, 'id' | 'slug' | 'headline' | 'updated' | 'translation'>

/** One figure, its photo if there is one, and where it stands among the figures. */
export interface FigureFact extends Figure {
  readonly photo: Photo | null
}

/** What several rules ask of one story, each found once. */
export interface StoryFacts extends CheckInput {
  readonly blocks: readonly TextBlock[]
  readonly figures: readonly FigureFact[]
  readonly quotations: readonly Quotation[]
  readonly suggestions: readonly QuotationSuggestion[]
}

/** Finds the quotations of a document that are not tagged yet. */
export type Suggest = (document: Node) => readonly QuotationSuggestion[]

/** Gathers the facts of a story. `suggest` may be kept between checks of one story, so that unchanged blocks cost nothing. */
export function storyFacts(
  input: CheckInput,
  suggest: Suggest = quotationSuggester(input.record.language),
): StoryFacts {
  const { document, photos } = input
  return {
    ...input,
    blocks: textBlocks(document),
    figures: figures(document).map((figure) => ({
      ...figure,
      photo: figure.attributes.media === null ? null : (photos.get(figure.attributes.media) ?? null),
    })),
    quotations: quotations(document),
    suggestions: suggest(document),
  }
}
