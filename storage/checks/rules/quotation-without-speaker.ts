import { inQuotation } from '../places.ts'
import type { Rule } from '../rule.ts'

export const quotationWithoutSpeaker: Rule = {
  name: 'quotation-without-speaker',
  check({ quotations, suggestions }) {
    return quotations
      .filter(({ quote }) => quote.speaker === null)
      .map((quotation) => {
        const suggested = suggestions.find(
          ({ runs, speaker }) =>
            speaker !== null &&
            runs.some((run) => quotation.runs.some(({ from, to }) => run.from < to && from < run.to)),
        )
        const name = suggested?.speaker?.trim().slice(0, 200) ?? ''
        return {
          rule: this.name,
          severity: 'warning',
          message: 'This quotation has no speaker. Say whose words they are.',
          params: {},
          where: inQuotation(quotation),
          fix:
            name === ''
              ? null
              : {
                  label: `Set speaker to ${name}`,
                  change: { kind: 'tagSpeaker', id: quotation.quote.id, speaker: { entity: null, name, role: '' } },
                },
        }
      })
  },
}
