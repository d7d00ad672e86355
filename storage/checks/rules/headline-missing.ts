import { inBlock, lineOf } from '../places.ts'
import type { Rule } from '../rule.ts'

export const headlineMissing: Rule = {
  name: 'headline-missing',
  check(story) {
    const headline = lineOf(story, 'headline')
    if (headline === undefined || headline.text.trim() !== '') return []
    return [
      {
        rule: this.name,
        severity: 'error',
        message: 'The story has no headline. Write one.',
        params: {},
        where: inBlock(story, headline),
        fix: null,
      },
    ]
  },
}
