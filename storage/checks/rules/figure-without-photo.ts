import { inFigure } from '../places.ts'
import type { Rule } from '../rule.ts'

export const figureWithoutPhoto: Rule = {
  name: 'figure-without-photo',
  check({ figures }) {
    return figures
      .filter(({ attributes }) => attributes.media === null)
      .map((figure) => ({
        rule: this.name,
        severity: 'warning',
        message: 'This figure has no photo and will be published without one. Add the photo, or remove the figure.',
        params: { photo: figure.index + 1 },
        where: inFigure(figure, 'photo'),
        fix: null,
      }))
  },
}
