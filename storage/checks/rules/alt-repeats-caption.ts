import { repeatedFrom } from '../../language/find-captions.ts'
import { similarity } from '../../language/similarity.ts'
import { effectiveAlt } from '../../model/figures.ts'
import { inFigure } from '../places.ts'
import type { Rule } from '../rule.ts'

export const altRepeatsCaption: Rule = {
  name: 'alt-repeats-caption',
  check({ figures }) {
    return figures
      .filter(({ attributes, photo, caption }) => similarity(effectiveAlt(attributes, photo), caption) >= repeatedFrom)
      .map((figure) => ({
        rule: this.name,
        severity: 'warning',
        message: 'The alt text repeats the caption, so it is read out twice. Describe what the photo shows instead.',
        params: { photo: figure.index + 1 },
        where: inFigure(figure, 'alt'),
        fix: null,
      }))
  },
}
