import type { MarkSpec } from 'prosemirror-model'
import { em } from './em.ts'
import { lang } from './lang.ts'
import { link } from './link.ts'
import { mention } from './mention.ts'
import { quote } from './quote.ts'
import { strong } from './strong.ts'

/** Every mark, outermost first: a quotation encloses the links, names and emphasis inside it. */
export const marks = { quote, link, mention, lang, strong, em } satisfies Record<string, MarkSpec>
