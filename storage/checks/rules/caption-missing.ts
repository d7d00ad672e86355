import { inFigure } from '../places.ts'
import type { Rule } from '../rule.ts'

export const captionMissing: Rule = {
  name: 'caption-missing',
  check({ figures }) {
    return figures
      .filter(({ caption, attributes }) => caption.trim() === '' && !attributes.decorative)
      .map((figure) => ({
        rule: this.name,
        severity: 'error',
        message: 'This photo has no caption. Say who and what it shows, where and when.',
        params: { photo: figure.index + 1 },
        where: inFigure(figure, 'caption'),
        fix: null,
      }))
  },
}
