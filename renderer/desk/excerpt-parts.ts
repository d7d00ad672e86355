import type { Found } from '../../electron/ipc/contract/stories.ts'

export type Excerpt = Pick<Found, 'text' | 'marks'>

interface ExcerptPart {
  readonly at: number
  readonly text: string
  readonly isMarked: boolean
}

/** An excerpt cut where its marks begin and end. */
export function partsOf({ text, marks }: Excerpt): ExcerptPart[] {
  const parts: ExcerptPart[] = []
  let at = 0
  for (const { from, to } of marks) {
    if (from > at) parts.push({ at, text: text.slice(at, from), isMarked: false })
    parts.push({ at: from, text: text.slice(from, to), isMarked: true })
    at = to
  }
  if (at < text.length) parts.push({ at, text: text.slice(at), isMarked: false })
  return parts
}
