import type { ComparedBlock, StoryComparison } from '../../storage/language/compare-stories.ts'

/** One change of the text, numbered from 1 in reading order. */
export interface Change {
  readonly number: number
  /** Which block of the comparison it is in. */
  readonly block: number
  /** Words inside a block, a whole block that came in or fell out, or only how a block is set. */
  readonly kind: 'words' | 'added' | 'removed' | 'form'
  readonly deleted: string
  readonly inserted: string
  /** Where it begins, in characters of the older and of the newer text of its block. */
  readonly beforeAt: number
  readonly afterAt: number
}

/** A block of the comparison as it is shown: text that stands, and the changes in it, in reading order. */
export interface ShownBlock {
  readonly index: number
  readonly compared: ComparedBlock
  readonly parts: readonly (string | Change)[]
  readonly changes: readonly Change[]
  /** Which block it is of the older and of the newer document; null where it is not. */
  readonly before: number | null
  readonly after: number | null
  /** Its number among the blocks of its type: of the newer document, or of the older where it fell out. */
  readonly ordinal: number
}

export interface ShownComparison {
  readonly blocks: readonly ShownBlock[]
  readonly changes: readonly Change[]
}

const known = new WeakMap<StoryComparison, ShownComparison>()

/** The blocks and changes of a comparison, worked out once. */
export function changesOf(comparison: StoryComparison): ShownComparison {
  const shown = known.get(comparison) ?? readChanges(comparison)
  known.set(comparison, shown)
  return shown
}

function readChanges(comparison: StoryComparison): ShownComparison {
  const blocks: ShownBlock[] = []
  const changes: Change[] = []
  const counts = { before: new Map<string, number>(), after: new Map<string, number>() }
  let before = 0
  let after = 0
  for (const [index, compared] of comparison.blocks.entries()) {
    const isOld = compared.kind !== 'added'
    const isNew = compared.kind !== 'removed'
    const parts = partsOf(compared, index, changes.length + 1)
    const own = parts.filter((part) => typeof part === 'object')
    const inOlder = isOld ? count(counts.before, compared.type) : 0
    const inNewer = isNew ? count(counts.after, compared.type) : 0
    blocks.push({
      index,
      compared,
      parts,
      changes: own,
      before: isOld ? before : null,
      after: isNew ? after : null,
      ordinal: isNew ? inNewer : inOlder,
    })
    changes.push(...own)
    if (isOld) before += 1
    if (isNew) after += 1
  }
  return { blocks, changes }
}

function count(counts: Map<string, number>, type: string): number {
  const next = (counts.get(type) ?? 0) + 1
  counts.set(type, next)
  return next
}

function partsOf(compared: ComparedBlock, block: number, first: number): (string | Change)[] {
  const { kind, segments, type } = compared
  const text = segments.map((segment) => segment.text).join('')
  if (kind === 'same') return text === '' ? [] : [text]
  if (kind !== 'changed') {
    // An empty paragraph more or less is nothing that anybody reads.
    if (text === '' && type === 'paragraph') return []
    const words = kind === 'added' ? { deleted: '', inserted: text } : { deleted: text, inserted: '' }
    return [{ number: first, block, kind, ...words, beforeAt: 0, afterAt: 0 }]
  }
  if (segments.every((segment) => segment.kind === 'same')) {
    return [{ number: first, block, kind: 'form', deleted: '', inserted: text, beforeAt: 0, afterAt: 0 }]
  }
  const parts: (string | Change)[] = []
  let beforeAt = 0
  let afterAt = 0
  let number = first
  let open: Change | null = null
  for (const segment of segments) {
    if (segment.kind === 'same') {
      open = null
      parts.push(segment.text)
    } else {
      if (open === null) {
        open = { number, block, kind: 'words', deleted: '', inserted: '', beforeAt, afterAt }
        number += 1
      } else parts.pop()
      open = { ...open, [segment.kind]: open[segment.kind] + segment.text }
      parts.push(open)
    }
    if (segment.kind !== 'inserted') beforeAt += segment.text.length
    if (segment.kind !== 'deleted') afterAt += segment.text.length
  }
  return withWholeSentences(parts).flatMap((part) => (typeof part === 'string' ? part : withoutSharedBlanks(part)))
}

const point = /^[.!?…։؟,;:]/u

/** “. One more” before a full stop is the same as “ One more.” behind one, and that is how it was written. */
function withWholeSentences(parts: readonly (string | Change)[]): (string | Change)[] {
  const slid = [...parts]
  for (const [index, change] of parts.entries()) {
    const next = slid[index + 1]
    if (typeof change === 'string' || typeof next !== 'string') continue
    const { deleted, inserted, beforeAt, afterAt } = change
    const sign = point.exec(deleted + inserted)?.[0]
    if (sign === undefined || (deleted !== '' && inserted !== '') || !next.startsWith(sign)) continue
    const before = slid[index - 1]
    if (typeof before !== 'string') continue
    const moved = (text: string): string => (text === '' ? '' : text.slice(sign.length) + sign)
    slid[index - 1] = before + sign
    slid[index] = {
      ...change,
      deleted: moved(deleted),
      inserted: moved(inserted),
      beforeAt: beforeAt + sign.length,
      afterAt: afterAt + sign.length,
    }
    slid[index + 1] = next.slice(sign.length)
  }
  return slid.filter((part) => part !== '')
}

/** Blanks that both sides of a change begin and end with are no part of it. */
function withoutSharedBlanks(change: Change): (string | Change)[] {
  const { deleted, inserted } = change
  const lead = sharedBlanks(deleted, inserted)
  const rest = { deleted: deleted.slice(lead.length), inserted: inserted.slice(lead.length) }
  const tail = reversed(sharedBlanks(reversed(rest.deleted), reversed(rest.inserted)))
  const words: Change = {
    ...change,
    deleted: rest.deleted.slice(0, rest.deleted.length - tail.length),
    inserted: rest.inserted.slice(0, rest.inserted.length - tail.length),
    beforeAt: change.beforeAt + lead.length,
    afterAt: change.afterAt + lead.length,
  }
  return [lead, words, tail].filter((part) => part !== '')
}

function sharedBlanks(a: string, b: string): string {
  let length = 0
  while (length < a.length && a[length] === b[length] && a[length]?.trim() === '') length += 1
  return a.slice(0, length)
}

function reversed(text: string): string {
  return text.split('').reverse().join('')
}
