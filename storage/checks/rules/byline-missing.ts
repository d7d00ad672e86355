import { inRecord } from '../places.ts'
import type { Rule } from '../rule.ts'

export const bylineMissing: Rule = {
  name: 'byline-missing',
  check({ record }) {
    if (record.byline.length > 0 || record.sources.length > 0) return []
    return [
      {
        rule: this.name,
        severity: 'warning',
        message: 'The story names neither an author nor a source. Add a byline or a source.',
        params: {},
        where: inRecord('byline', 'Byline'),
        fix: null,
      },
    ]
  },
}
