import type { RenditionName } from '../media/rendition.ts'
import type { Figure } from '../model/figures.ts'
import type { LanguageTag } from '../model/language.ts'
import type { Instant } from '../model/instant.ts'
import type { Photo } from '../model/photo.ts'
import type { Quotation } from '../model/quotations.ts'
import type { Publication } from '../model/record.ts'
import type { Story } from '../model/story.ts'
import type { LanguageLink } from './language-links.ts'

/** A size of a photo as it lies in the bundle. */
export interface PrintedRendition {
  readonly name: RenditionName
  /** From the bundle's root, `/` between folders. */
  readonly path: string
  readonly width: number
  readonly height: number
  readonly bytes: number
  readonly type: string
}

/** A figure with everything inherited filled in. `photo` is null and `renditions` empty while its picture has not come. */
export interface PrintedFigure {
  /** `photo-1` for the first of the story; the same in every format. */
  readonly name: string
  readonly figure: Figure
  readonly photo: Photo | null
  readonly caption: string
  /** Empty when decorative. */
  readonly alt: string
  readonly decorative: boolean
  readonly credit: string
  readonly renditions: readonly PrintedRendition[]
}

export interface PrintedQuotation extends Quotation {
  /** `quote-1` for the first of the story; the same in every format. */
  readonly name: string
  /** The words without the marks around them. */
  readonly words: string
}

/** The story in another language. */
export interface PrintedLanguage {
  readonly uri: string
  readonly language: LanguageTag
  readonly is: LanguageLink['is']
  /** Its folder in the bundle, null when it was published apart. */
  readonly folder: string | null
}

/** What the house says of itself in everything it publishes. */
export interface House {
  readonly publisher: string
  readonly copyrightNotice: string
  readonly usageTerms: string
  /** The newsroom's own name: the source of a story that names neither author nor source. Never empty. */
  readonly newsroom: string
}

/** A story as every format sees it: nothing left to look up. */
export interface StoryInPrint {
  /** The record already bears this publication. */
  readonly story: Story
  /** The folder of the story in the bundle: `stories/BRIDGE-VERNASHAT`. */
  readonly folder: string
  /** `urn:uuid:` of the story: the same for all its versions. */
  readonly uri: string
  readonly headline: string
  readonly standfirst: string
  readonly publication: Publication
  readonly evolvedFrom: Publication | null
  readonly firstPublished: Instant
  /** A kill prints a notice in place of the story. */
  readonly withdrawn: boolean
  readonly figures: readonly PrintedFigure[]
  readonly quotations: readonly PrintedQuotation[]
  readonly languages: readonly PrintedLanguage[]
  readonly house: House
}
