import { effectiveAlt } from '../../model/figures.ts'
import { countCharacters } from '../../model/text.ts'
import { inFigure } from '../places.ts'
import type { Rule } from '../rule.ts'

/** Caption and alt text against the house limits, in characters as readers count them. */
export const captionLength: Rule = {
  name: 'caption-length',
  check({ figures, settings }) {
    return figures.flatMap((figure) => {
      const texts = [
        { field: 'caption', name: 'caption', text: figure.caption },
        { field: 'alt', name: 'alt text', text: effectiveAlt(figure.attributes, figure.photo) },
      ] as const
      return texts.flatMap(({ field, name, text }) => {
        const limit = settings.limits[field]
        const length = countCharacters(text.trim())
        if (length <= limit) return []
        return [
          {
            rule: this.name,
            severity: 'warning' as const,
            message: `The ${name} has ${length} characters; the house limit is ${limit}. Shorten it by ${length - limit}.`,
            params: { photo: figure.index + 1, field, length, limit },
            where: inFigure(figure, field),
            fix: null,
          },
        ]
      })
    })
  },
}
