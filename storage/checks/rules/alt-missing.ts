import { effectiveAlt } from '../../model/figures.ts'
import { inFigure } from '../places.ts'
import type { Rule } from '../rule.ts'

export const altMissing: Rule = {
  name: 'alt-missing',
  check({ figures }) {
    return figures
      .filter(
        ({ attributes, photo }) =>
          attributes.media !== null && !attributes.decorative && effectiveAlt(attributes, photo).trim() === '',
      )
      .map((figure) => ({
        rule: this.name,
        severity: 'error',
        message:
          'This photo has no alt text. Say what it shows for readers who do not see it, or mark it as decorative.',
        params: { photo: figure.index + 1 },
        where: inFigure(figure, 'alt'),
        fix: null,
      }))
  },
}
