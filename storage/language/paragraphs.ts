import type { Span } from './span.ts'
import { spanOf } from './span.ts'

/** A line is wrapped when it is about as long as its neighbours and does not end a sentence. */
const wrappedAt = { least: 40, most: 100 }

/**
 * The paragraphs of plain text with their offsets, in order, without the blank lines between them.
 * Lines that an editor or mail program wrapped are one paragraph; otherwise every line is one.
 */
export function paragraphs(text: string): Span[] {
  const found: Span[] = []
  for (const group of groups(text)) {
    if (isWrapped(group)) {
      const first = group[0]
      const last = group.at(-1)
      if (first !== undefined && last !== undefined) found.push(spanOf(text, first.from, last.to))
    } else found.push(...group)
  }
  return found
}

/** Lines between blank lines, each without the space around it. */
function groups(text: string): Span[][] {
  const all: Span[][] = []
  let group: Span[] = []
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]*(?:\r\n|[\r\n\u2028\u2029]|$)/gu)) {
    const line = match[0]
    const trimmed = line.trim()
    if (trimmed === '') {
      if (group.length > 0) all.push(group)
      group = []
      continue
    }
    const from = match.index + line.indexOf(trimmed)
    group.push({ from, to: from + trimmed.length, text: trimmed })
  }
  if (group.length > 0) all.push(group)
  return all
}

function isWrapped(lines: readonly Span[]): boolean {
  if (lines.length < 2) return false
  const inner = lines.slice(0, -1)
  const longest = Math.max(...lines.map(({ text }) => text.length))
  if (longest > wrappedAt.most || longest < wrappedAt.least) return false
  const full = inner.filter(({ text }) => text.length >= longest * 0.72).length
  const open = inner.filter(({ text }) => !/[.?!:…։۔؟]["”’»']*$/u.test(text)).length
  return full >= inner.length * 0.8 && open >= inner.length * 0.5
}
