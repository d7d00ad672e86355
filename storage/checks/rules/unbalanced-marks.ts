import { unbalancedMark } from '../../language/quotations/balance.ts'
import { inBlock } from '../places.ts'
import type { Rule } from '../rule.ts'

export const unbalancedMarks: Rule = {
  name: 'unbalanced-marks',
  check(story) {
    const spoken = story.blocks.filter(({ text }) => text.trim() !== '')
    return spoken.flatMap((block, index) => {
      const at = unbalancedMark(block.text, spoken[index + 1]?.text ?? '')
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
