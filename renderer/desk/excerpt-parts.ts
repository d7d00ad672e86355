import type { Found } from '../../electron/ipc/contract/stories.ts'

export type Excerpt = Pick<Found, 'text' | 'marks'>

interface ExcerptPart {
  readonly at: number
  readonly text: string
  readonly isMarked: boolean
}

/** A row is narrow: no more than this stands before the first word that was found, in UTF-16 code units. */
const mostBefore = 24

/** An excerpt cut where its marks begin and end. */
export function partsOf({ text, marks }: Excerpt): ExcerptPart[] {
  const parts: ExcerptPart[] = []
  let at = 0
  for (const { from, to } of marks) {
    const between = text.slice(at, from)
    if (between !== '') parts.push({ at, text: at === 0 ? endOf(between) : between, isMarked: false })
    parts.push({ at: from, text: text.slice(from, to), isMarked: true })
    at = to
  }
  if (at < text.length) parts.push({ at, text: text.slice(at), isMarked: false })
  return parts
}

/** The last whole words of what stands before the first mark. */
function endOf(text: string): string {
  if (text.length <= mostBefore) return text
  const space = text.indexOf(' ', text.length - mostBefore)
  return space < 0 ? '…' : `…${text.slice(space + 1)}`
}
