import { inBlock } from '../places.ts'
import type { Rule } from '../rule.ts'

const placeholder = /(?<![\p{L}\p{N}])TK(?:TK)*(?![\p{L}\p{N}])/gu

/** TK is how a desk writes "to come": what it stands for has not come. */
export const tkLeft: Rule = {
  name: 'tk-left',
  check(story) {
    return story.blocks.flatMap((block) =>
      [...block.text.matchAll(placeholder)].map((match) => ({
        rule: this.name,
        severity: 'error' as const,
        message: `“${match[0]}” is still in the text. Put in what was to come.`,
        params: { text: match[0] },
        where: inBlock(story, block, match.index, match.index + match[0].length),
        fix: null,
      })),
    )
  },
}
