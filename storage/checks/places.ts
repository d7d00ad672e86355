import type { RecordFields } from '../model/record.ts'
import type { Quotation } from '../model/quotations.ts'
import type { TextBlock } from '../model/text.ts'
import type { Where } from './finding.ts'
import type { FigureFact, StoryFacts } from './story-facts.ts'

const blockNames: Readonly<Record<string, string>> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  paragraph: 'Paragraph',
  subhead: 'Subhead',
  pull_quote: 'Pull quote',
  caption: 'Caption of photo',
}

/** A stretch of a text block; the whole block when no stretch is given. `from` and `to` count from the start of its text. */
export function inBlock(story: StoryFacts, block: TextBlock, from = 0, to = block.text.length): Where {
  const type = block.node.type.name
  const start = block.pos + 1
  const span = { from: start + from, to: start + to }
  if (type === 'headline') return { kind: 'headline', ...span, place: 'Headline' }
  if (type === 'standfirst') return { kind: 'standfirst', ...span, place: 'Standfirst' }
  const same = story.blocks.filter((other) => other.node.type.name === type)
  const place = `${blockNames[type] ?? 'Text'} ${same.indexOf(block) + 1}`
  return { kind: 'text', pos: block.pos, ...span, place }
}

/** A figure, and what of it. */
export function inFigure(figure: FigureFact, field: 'photo' | 'caption' | 'alt' | 'credit'): Where {
  const names = { photo: 'Photo', caption: 'Caption of photo', alt: 'Alt text of photo', credit: 'Credit of photo' }
  return {
    kind: 'figure',
    index: figure.index,
    pos: figure.pos,
    media: figure.attributes.media,
    field,
    place: `${names[field]} ${figure.index + 1}`,
  }
}

/** A field of the record. */
export function inRecord(field: keyof RecordFields, place: string): Where {
  return { kind: 'record', field, place }
}

/** A tagged quotation, at its first run. */
export function inQuotation(quotation: Quotation): Where {
  const first = quotation.runs[0]
  const name = quotation.quote.speaker?.name
  return {
    kind: 'quotation',
    id: quotation.quote.id,
    from: first?.from ?? 0,
    to: first?.to ?? 0,
    place: name === undefined ? 'Quotation' : `Quotation, ${name}`,
  }
}

/** The display line at the head of the story. */
export function lineOf(story: StoryFacts, type: 'headline' | 'standfirst'): TextBlock | undefined {
  return story.blocks.find((block) => block.node.type.name === type)
}
