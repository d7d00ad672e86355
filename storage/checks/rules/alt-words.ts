import { effectiveAlt } from '../../model/figures.ts'
import type { Fix } from '../finding.ts'
import { inFigure } from '../places.ts'
import type { Rule } from '../rule.ts'
import type { FigureFact } from '../story-facts.ts'

const fileName = /^\S+\.(?:jpe?g|png|gif|webp|avif|tiff?|heic|bmp)$/iu
const cameraName = /^(?:dsc|img|dcim|p\d|screen ?shot|untitled)[\s_-]*\d*$/iu
const announced =
  /^\s*(?:(?:a|an|the)\s+)?(?:photo(?:graph)?|picture|image|pic|screenshot)\s+(?:of|showing)\s+|^\s*(?:фото(?:графия)?|изображение|снимок)\s*[:,—–-]?\s+|^\s*(?:լուսանկար(?:ը|ում)?|նկար(?:ը|ում)?)\s*[՝:]?\s+|^\s*(?:عکس|تصویر)\s*(?:ی?\s?از)?\s+/iu

/** Alt text that names the file, or begins by saying that it is a photo. */
export const altWords: Rule = {
  name: 'alt-words',
  check({ figures }) {
    return figures.flatMap((figure) => {
      const alt = effectiveAlt(figure.attributes, figure.photo).trim()
      const isFile = fileName.test(alt) || cameraName.test(alt)
      const opening = announced.exec(alt)?.[0]
      if (!isFile && opening === undefined) return []
      return [
        {
          rule: this.name,
          severity: 'warning' as const,
          message: isFile
            ? `The alt text is the name of a file: ${alt}. Say what the photo shows.`
            : `The alt text begins with “${opening?.trim() ?? ''}”. Readers’ devices say that already.`,
          params: { photo: figure.index + 1, alt },
          where: inFigure(figure, 'alt'),
          fix: opening === undefined || isFile ? null : withoutOpening(figure, alt, opening),
        },
      ]
    })
  },
}

function withoutOpening(figure: FigureFact, alt: string, opening: string): Fix | null {
  const rest = alt.slice(opening.trimStart().length)
  const first = [...rest][0]
  if (first === undefined) return null
  const text = first.toLocaleUpperCase() + rest.slice(first.length)
  return {
    label: `Remove “${opening.trim()}”`,
    change: { kind: 'setFigureAttributes', pos: figure.pos, attributes: { alt: text } },
  }
}
