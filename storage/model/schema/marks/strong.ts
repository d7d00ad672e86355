import type { MarkSpec } from 'prosemirror-model'

/** Strong importance, printed bold. */
export const strong: MarkSpec = {
  parseDOM: [{ tag: 'strong' }, { tag: 'b' }, { style: 'font-weight=bold' }, { style: 'font-weight=700' }],
  toDOM: () => ['strong', 0],
}
