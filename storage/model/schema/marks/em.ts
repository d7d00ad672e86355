import type { MarkSpec } from 'prosemirror-model'

/** Stress emphasis, printed italic where the script has italics. */
export const em: MarkSpec = {
  parseDOM: [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }],
  toDOM: () => ['em', 0],
}
