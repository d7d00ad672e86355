import { readCaption } from '../../language/captions.ts'
import { inFigure } from '../places.ts'
import type { Rule } from '../rule.ts'

export const captionPrefix: Rule = {
  name: 'caption-prefix',
  hints: true,
  check({ figures, record }) {
    return figures.flatMap((figure) => {
      const { prefix, description } = readCaption(figure.caption, record.language)
      if (prefix === null || description.text === '') return []
      // The caption is the figure's only child, and its text begins two positions behind the figure's own.
      const start = figure.pos + 2
      return [
        {
          rule: this.name,
          severity: 'hint' as const,
          message: `The caption begins with “${prefix.text}”, as the agency sent it. Remove it if it belongs in the credit.`,
          params: { photo: figure.index + 1, prefix: prefix.text },
          where: inFigure(figure, 'caption'),
          fix: {
            label: `Remove “${prefix.text}”`,
            change: { kind: 'replaceText' as const, from: start, to: start + description.from, text: '' },
          },
        },
      ]
    })
  },
}
