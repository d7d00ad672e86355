import { countCharacters } from '../../model/text.ts'
import { inBlock, lineOf } from '../places.ts'
import type { Rule } from '../rule.ts'

/** Headline and standfirst against the house limits, in characters as readers count them. */
export const lineLength: Rule = {
  name: 'line-length',
  check(story) {
    return (['headline', 'standfirst'] as const).flatMap((type) => {
      const block = lineOf(story, type)
      const limit = story.settings.limits[type]
      const length = countCharacters(block?.text.trim() ?? '')
      if (block === undefined || length <= limit) return []
      return [
        {
          rule: this.name,
          severity: 'warning' as const,
          message: `The ${type} has ${length} characters; the house limit is ${limit}. Shorten it by ${length - limit}.`,
          params: { line: type, length, limit },
          where: inBlock(story, block),
          fix: null,
        },
      ]
    })
  },
}
