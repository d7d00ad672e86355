import type { Node } from 'prosemirror-model'
import type { Story } from '../model/story.ts'
import { recordDifferences } from './record-differences.ts'
import type { RecordDifference } from './record-differences.ts'
import { sequenceDiff } from './sequence-diff.ts'
import { diffWords, wordsOf } from './word-diff.ts'
import type { Segment } from './word-diff.ts'

/**
 * A block of two versions of a story. A `changed` one whose segments are all `same` has its words as they were: its
 * formatting, its links or its kind of block changed. `type` is the newer block's where both have it.
 */
export interface ComparedBlock {
  readonly kind: 'same' | 'changed' | 'added' | 'removed'
  readonly type: string
  readonly segments: readonly Segment[]
}

export interface StoryComparison {
  /** Words that came in and fell out, headline and captions included. */
  readonly added: number
  readonly removed: number
  readonly blocks: readonly ComparedBlock[]
  /** What differs beside the text: fields of the record, and the photos. */
  readonly record: readonly RecordDifference[]
}

/** Compares two stories block by block and word by word. The cost is that of reading both, and of what changed. */
export function compareStories(from: Story, to: Story): StoryComparison {
  return { ...compareDocuments(from.document, to.document), record: recordDifferences(from, to) }
}

/** The part of `compareStories` that is in the text. */
export function compareDocuments(from: Node, to: Node): Omit<StoryComparison, 'record'> {
  const total = { added: 0, removed: 0 }
  const blocks: ComparedBlock[] = []
  const pair = (before: Block | null, after: Block | null): void => {
    const { block, added, removed } = compareBlocks(before, after)
    blocks.push(block)
    total.added += added
    total.removed += removed
  }
  const before = blocksOf(from)
  const after = blocksOf(to)
  // Headline and standfirst are always there, and are themselves however much was rewritten.
  for (const index of [0, 1]) pair(before[index] ?? null, after[index] ?? null)
  const older = before.slice(2)
  const newer = after.slice(2)
  let gone: Block[] = []
  let come: Block[] = []
  const settle = (): void => {
    for (const [one, other] of aligned(gone, come)) pair(one, other)
    gone = []
    come = []
  }
  for (const { kind, a, b, length } of sequenceDiff(older.map(keyOf), newer.map(keyOf))) {
    if (kind === 'deleted') gone.push(...older.slice(a, a + length))
    if (kind === 'inserted') come.push(...newer.slice(b, b + length))
    if (kind !== 'same') continue
    settle()
    for (let index = 0; index < length; index += 1) pair(older[a + index] ?? null, newer[b + index] ?? null)
  }
  settle()
  return { ...total, blocks }
}

interface Block {
  readonly node: Node
  readonly text: string
}

/** What a reader sees one below the other: every block of text, and the rules and cards that hold none. */
function blocksOf(document: Node): Block[] {
  const blocks: Block[] = []
  document.descendants((node) => {
    if (node.isTextblock) blocks.push({ node, text: node.textContent })
    else if (node.isLeaf) blocks.push({ node, text: cardText(node) })
    else return true
    return false
  })
  return blocks
}

function cardText({ attrs }: Node): string {
  return ['title', 'description', 'href']
    .map((name): unknown => attrs[name])
    .filter((value) => typeof value === 'string' && value !== '')
    .join('\n')
}

function keyOf({ node, text }: Block): string {
  return `${node.type.name}\n${text}`
}

function compareBlocks(
  before: Block | null,
  after: Block | null,
): { readonly block: ComparedBlock; readonly added: number; readonly removed: number } {
  const { segments, added, removed } = diffWords(before?.text ?? '', after?.text ?? '')
  const type = (after ?? before)?.node.type.name ?? ''
  return { block: { kind: kindOf(before, after), type, segments }, added, removed }
}

function kindOf(before: Block | null, after: Block | null): ComparedBlock['kind'] {
  if (before === null) return 'added'
  if (after === null) return 'removed'
  return before.node.eq(after.node) ? 'same' : 'changed'
}

/** How far ahead a paragraph is looked for that was rewritten while others came in before it. */
const reach = 24
/** From which share of common words on two paragraphs are one that was rewritten. */
const enough = 0.4

/** Pairs what is gone with what has come where the one is the other rewritten; order is kept, nothing is left out. */
function aligned(gone: readonly Block[], come: readonly Block[]): [Block | null, Block | null][] {
  const bags = come.map((block) => new Set(wordsOf(block.text)))
  const pairs: [Block | null, Block | null][] = []
  let next = 0
  for (const block of gone) {
    const bag = new Set(wordsOf(block.text))
    let best = -1
    let nearest = enough
    for (let index = next; index < Math.min(come.length, next + reach); index += 1) {
      // A card that repeats the words of a paragraph is not that paragraph rewritten.
      if (block.node.isTextblock !== come[index]?.node.isTextblock) continue
      const near = likeness(bag, bags[index] ?? new Set(), block.node.type === come[index]?.node.type)
      if (near > nearest) {
        nearest = near
        best = index
      }
    }
    if (best === -1) {
      pairs.push([block, null])
      continue
    }
    for (const added of come.slice(next, best)) pairs.push([null, added])
    pairs.push([block, come[best] ?? null])
    next = best + 1
  }
  for (const added of come.slice(next)) pairs.push([null, added])
  return pairs
}

/** Sørensen–Dice: twice the common words by all words. A block of another kind is a little further away. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>, sameType: boolean): number {
  if (a.size === 0 || b.size === 0) return 0
  let common = 0
  for (const word of a) if (b.has(word)) common += 1
  return (2 * common) / (a.size + b.size) - (sameType ? 0 : 0.1)
}
