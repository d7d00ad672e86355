import { wrapInList } from 'prosemirror-schema-list'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import { mayNeedSpacing, spacing } from '../../../../storage/language/typography.ts'
import { schema } from '../../../../storage/model/schema/index.ts'
import { inTurn } from '../../commands/in-turn.ts'
import { setStyle } from '../../commands/styles.ts'
import { doubleMark, singleMark } from './quotation-marks.ts'

/** Turns what was just typed into what was meant. The caret stands behind the typed character. */
export interface TypedRule {
  /** `before` is the text of the block up to and with the typed character. */
  readonly fits: (before: string) => boolean
  /** Null when the rule cannot be applied where the caret is. */
  readonly apply: (state: EditorState, before: string, language: string) => Transaction | null
  /** Backspace directly afterwards takes the whole change back. */
  readonly isBlock: boolean
}

function replacing(typed: string, replacement: (before: string, language: string) => string): TypedRule {
  return {
    isBlock: false,
    fits: (before) => before.endsWith(typed),
    apply: (state, before, language) => {
      const { head } = state.selection
      const text = replacement(before.slice(0, -typed.length), language)
      return state.tr.insertText(text, head - typed.length, head)
    },
  }
}

const plainParagraph = (state: EditorState): boolean =>
  state.selection.$head.depth === 1 && state.selection.$head.parent.type === schema.nodes.paragraph

function starting(pattern: RegExp, make: (match: RegExpExecArray) => Command): TypedRule {
  return {
    isBlock: true,
    fits: (before) => pattern.test(before),
    apply: (state, before) => {
      const match = pattern.exec(before)
      if (match === null || !plainParagraph(state)) return null
      const { head } = state.selection
      const clear: Command = (current, dispatch) => {
        dispatch?.(current.tr.delete(head - before.length, head))
        return true
      }
      return inTurn(state, [clear, make(match)])
    },
  }
}

/** Spaces that do not break, and dashes, as the language of the story sets them. */
const spaced: TypedRule = {
  isBlock: false,
  fits: mayNeedSpacing,
  apply: (state, before, language) => {
    const change = spacing(before, language)
    if (change === null) return null
    const { head } = state.selection
    return state.tr.insertText(change.by, head - change.replaced, head)
  },
}

/** The rules by the character that sets them off. */
export const typedRules: Readonly<Record<string, readonly TypedRule[]>> = {
  '"': [replacing('"', doubleMark)],
  "'": [replacing("'", singleMark)],
  '-': [replacing('--', () => '—')],
  '.': [replacing('...', () => '…'), spaced],
  ...Object.fromEntries([',', ';', ':', '!', '?', ')', '։'].map((sign) => [sign, [spaced]])),
  ' ': [
    starting(/^## $/u, () => setStyle('crosshead')),
    starting(/^### $/u, () => setStyle('subhead')),
    starting(/^[-*•] $/u, () => setStyle('list')),
    starting(/^> $/u, () => setStyle('quote')),
    starting(/^(\d{1,6})[.)] $/u, (match) => wrapInList(schema.nodes.ordered_list, { start: Number(match[1]) })),
    spaced,
  ],
}
