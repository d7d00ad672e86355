import type { NodeSpec } from 'prosemirror-model'
import { blockquote } from './blockquote.ts'
import { caption } from './caption.ts'
import { doc } from './doc.ts'
import { figure } from './figure.ts'
import { headline } from './headline.ts'
import { link_card } from './link_card.ts'
import { bullet_list, list_item, ordered_list } from './lists.ts'
import { paragraph } from './paragraph.ts'
import { pull_quote } from './pull_quote.ts'
import { rule } from './rule.ts'
import { standfirst } from './standfirst.ts'
import { subhead } from './subhead.ts'

/** Every node, in the order in which parse rules of equal priority are tried. Paragraph leads the group `block`: it is what Enter makes. */
export const nodes = {
  doc,
  paragraph,
  headline,
  standfirst,
  subhead,
  bullet_list,
  ordered_list,
  list_item,
  blockquote,
  pull_quote,
  figure,
  caption,
  link_card,
  rule,
  text: { group: 'inline' },
} satisfies Record<string, NodeSpec>
