import { inBlock } from '../places.ts'
import type { Rule } from '../rule.ts'

const outside = new Set(['headline', 'standfirst', 'caption'])

export const bodyMissing: Rule = {
  name: 'body-missing',
  check(story) {
    const body = story.blocks.filter((block) => !outside.has(block.node.type.name))
    if (body.some((block) => block.text.trim() !== '')) return []
    const block = body[0] ?? story.blocks.at(-1)
    if (block === undefined) return []
    return [
      {
        rule: this.name,
        severity: 'error',
        message: 'The story has no text. Write it, or bring it in.',
        params: {},
        where: inBlock(story, block),
        fix: null,
      },
    ]
  },
}
