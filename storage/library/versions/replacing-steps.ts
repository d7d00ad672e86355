import { Fragment, Slice } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { DocAttrStep, ReplaceStep } from 'prosemirror-transform'
import type { Step } from 'prosemirror-transform'
import { isDeepStrictEqual } from 'node:util'
import { writeStep } from '../../model/steps.ts'
import type { StepJson } from '../../model/steps.ts'

/**
 * The steps that make one document of another. Blocks that both begin or end with are left alone, so that a caret in one
 * of them stays where it is, and what a window is just typing there as well.
 */
export function replacingSteps(standing: Node, wanted: Node): StepJson[] {
  const old = standing.children
  const fresh = wanted.children
  const most = Math.min(old.length, fresh.length)
  let before = 0
  while (before < most && isSame(old[before], fresh[before])) before += 1
  let after = 0
  while (after < most - before && isSame(old.at(-1 - after), fresh.at(-1 - after))) after += 1
  const content: Step[] = []
  if (before + after < Math.max(old.length, fresh.length)) {
    const from = sizeOf(old.slice(0, before))
    const to = standing.content.size - sizeOf(old.slice(old.length - after))
    const blocks = Fragment.from(fresh.slice(before, fresh.length - after))
    content.push(new ReplaceStep(from, to, new Slice(blocks, 0, 0)))
  }
  const attributes = Object.entries(wanted.attrs)
    .filter(([name, value]) => !isDeepStrictEqual(value, standing.attrs[name]))
    .map(([name, value]) => new DocAttrStep(name, value))
  return [...content, ...attributes].map(writeStep)
}

function isSame(one: Node | undefined, other: Node | undefined): boolean {
  return one !== undefined && other !== undefined && one.eq(other)
}

function sizeOf(blocks: readonly Node[]): number {
  return blocks.reduce((sum, block) => sum + block.nodeSize, 0)
}
