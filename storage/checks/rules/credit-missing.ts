import { effectiveCredit } from '../../model/figures.ts'
import { inFigure } from '../places.ts'
import type { Rule } from '../rule.ts'

export const creditMissing: Rule = {
  name: 'credit-missing',
  check({ figures }) {
    return figures
      .filter(({ attributes, photo }) => attributes.media !== null && effectiveCredit(attributes, photo).trim() === '')
      .map((figure) => ({
        rule: this.name,
        severity: 'error',
        message: 'This photo has no credit. Name the photographer or the agency.',
        params: { photo: figure.index + 1 },
        where: inFigure(figure, 'credit'),
        fix: null,
      }))
  },
}
