import { unbalancedMark } from '../../language/quotations/balance.ts'
import { inBlock } from '../places.ts'
import type { Rule } from '../rule.ts'

export const unbalancedMarks: Rule = {
  name: 'unbalanced-marks',
  check(story) {
    return story.blocks.flatMap((block, index) => {
      const next = story.blocks.slice(index + 1).find(({ text }) => text.trim() !== '')
      const at = unbalancedMark(block.text, next?.text ?? '')
      if (at === null) return []
      return [
        {
          rule: this.name,
          severity: 'warning' as const,
          message: `A quotation mark ${block.text[at] ?? ''} has no partner here. Add the missing mark, or remove this one.`,
          params: { mark: block.text[at] ?? '' },
          where: inBlock(story, block, at, at + 1),
          fix: null,
        },
      ]
    })
  },
}
