import { inRecord } from '../places.ts'
import type { Rule } from '../rule.ts'

export const embargoPast: Rule = {
  name: 'embargo-past',
  check({ record, now }) {
    if (record.embargo === null || new Date(record.embargo) > now) return []
    return [
      {
        rule: this.name,
        severity: 'warning',
        message: 'The time of the embargo has passed. Choose a later one, or remove the embargo.',
        params: { embargo: record.embargo },
        where: inRecord('embargo', 'Embargo'),
        fix: { label: 'Remove embargo', change: { kind: 'setRecord', patch: { embargo: null } } },
      },
    ]
  },
}
