/** The sizes every photo is published in, widest first. A narrower original is never enlarged. */
export const renditionWidths = { main: 2048, preview: 1280, thumbnail: 640 } as const
export type RenditionName = keyof typeof renditionWidths

/** One size of a photo: JPEG, upright, sRGB, with credit, copyright, caption and alt text embedded as XMP. */
export interface Rendition {
  readonly name: RenditionName
  readonly width: number
  readonly height: number
  readonly bytes: number
  readonly type: 'image/jpeg'
  readonly data: Uint8Array
}

/** What is embedded into a rendition, so that it never travels without its credit. Empty strings are left out. */
export interface EmbeddedDescription {
  readonly caption: string
  readonly alt: string
  readonly credit: string
  readonly creator: string
  readonly copyright: string
  readonly source: string
  readonly usageTerms: string
  /** Language of caption and alt text, BCP 47; null when not known. */
  readonly language: string | null
}
