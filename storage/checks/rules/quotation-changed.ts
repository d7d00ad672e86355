import { quoteStateOf } from '../../language/quote-state.ts'
import { inQuotation } from '../places.ts'
import type { Rule } from '../rule.ts'

export const quotationChanged: Rule = {
  name: 'quotation-changed',
  check({ quotations }) {
    return quotations.flatMap((quotation) => {
      const { verification } = quotation.quote
      if (verification.state !== 'verified' || quoteStateOf(quotation.quote, quotation.runs) !== 'changed') return []
      return [
        {
          rule: this.name,
          severity: 'error' as const,
          message: 'This quotation differs from the words that were verified. Restore them, or verify it again.',
          params: { verified: verification.words, by: verification.by, at: verification.at },
          where: inQuotation(quotation),
          fix: null,
        },
      ]
    })
  },
}
