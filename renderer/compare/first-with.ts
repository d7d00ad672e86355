import type { Node } from 'prosemirror-model'
import type { Story } from '../../storage/model/story.ts'
import { textBlocks } from '../../storage/model/text.ts'
import type { StoryVersion } from '../../storage/model/version.ts'
import type { Compared, Side } from './compare-desk.ts'
import type { DescribedChange } from './describe-changes.ts'
import { placedBlocks } from './placed-blocks.ts'

/** The first version that has a change, or what stands now when none was kept of it yet. */
export type Since = StoryVersion | 'now'

/** So many characters around a change tell its place. */
const around = 24

/**
 * The first version after `from` that has the words of a change where it has them, null when it cannot be told. What
 * came once is taken to have stayed, so only a few versions are read.
 */
export async function firstWith(
  described: DescribedChange,
  compared: Compared,
  sides: { readonly from: Side; readonly to: Side },
  versions: readonly StoryVersion[],
  read: (number: number) => Promise<Story>,
): Promise<Since | null> {
  const has = sign(described, compared)
  if (has === null) return null
  const between = versions
    .filter(({ number }) => sides.from !== 'now' && number > sides.from && (sides.to === 'now' || number <= sides.to))
    .toSorted((a, b) => a.number - b.number)
  let [low, high] = [0, between.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const version = between[middle]
    if (version === undefined) break
    if (has((await read(version.number)).document)) high = middle
    else low = middle + 1
  }
  return between[low] ?? (sides.to === 'now' ? 'now' : null)
}

/** What tells a document that has the change from one that has not. */
function sign({ change, block }: DescribedChange, compared: Compared): ((document: Node) => boolean) | null {
  if (change.kind === 'form') return null
  if (block.after === null) {
    const gone = change.deleted
    return gone === '' ? null : (document) => textBlocks(document).every(({ text }) => text !== gone)
  }
  const text = placedBlocks(compared.to.document)[block.after]?.node.textContent ?? ''
  const end = change.afterAt + change.inserted.length
  const words = text.slice(Math.max(0, change.afterAt - around), end + around)
  return words === '' ? null : (document) => textBlocks(document).some(({ text }) => text.includes(words))
}
