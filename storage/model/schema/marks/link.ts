import type { MarkSpec } from 'prosemirror-model'
import { linkAddressSchema, readLinkAddress } from '../address.ts'
import { attribute } from '../attribute.ts'
import type { ElementLike } from '../element.ts'

/** A link to a web or mail address. */
export const link: MarkSpec = {
  attrs: { href: attribute(linkAddressSchema) },
  inclusive: false,
  parseDOM: [
    {
      tag: 'a[href]',
      getAttrs: (element: ElementLike) => {
        const href = readLinkAddress(element.getAttribute('href') ?? '')
        return href === null ? false : { href }
      },
    },
  ],
  toDOM: (mark) => ['a', { href: String(mark.attrs['href']) }, 0],
}
