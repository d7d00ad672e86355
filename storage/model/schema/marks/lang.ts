import type { MarkSpec } from 'prosemirror-model'
import { directionOf, languageTagSchema, readLanguageTag } from '../../language.ts'
import { attribute } from '../attribute.ts'
import type { ElementLike } from '../element.ts'

/** A passage in another language than the story's. Its direction follows from the language. */
export const lang: MarkSpec = {
  attrs: { code: attribute(languageTagSchema) },
  parseDOM: [
    {
      tag: 'span[lang]',
      getAttrs: (element: ElementLike) => {
        const code = readLanguageTag(element.getAttribute('lang') ?? '')
        return code === null ? false : { code }
      },
    },
  ],
  toDOM: (mark) => ['span', { lang: String(mark.attrs['code']), dir: directionOf(String(mark.attrs['code'])) }, 0],
}
