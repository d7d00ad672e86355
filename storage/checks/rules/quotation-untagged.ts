import { inBlock } from '../places.ts'
import type { Rule } from '../rule.ts'

/** Below this the detector is guessing, and a guess is not worth a finding. */
const sure = 0.6

export const quotationUntagged: Rule = {
  name: 'quotation-untagged',
  hints: true,
  check(story) {
    const left = story.suggestions.filter(({ tagged, confidence }) => !tagged && confidence >= sure)
    const first = left[0]?.runs[0]
    const block = first === undefined ? undefined : story.blocks.findLast(({ pos }) => pos < first.from)
    if (first === undefined || block === undefined) return []
    const start = block.pos + 1
    const count = left.length
    return [
      {
        rule: this.name,
        severity: 'hint',
        message: count === 1 ? 'One quotation is not tagged yet.' : `${count} quotations are not tagged yet.`,
        params: { count },
        where: inBlock(story, block, first.outerFrom - start, first.outerTo - start),
        fix: null,
      },
    ]
  },
}
