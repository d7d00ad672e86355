import { closeHistory, undo } from 'prosemirror-history'
import type { ResolvedPos } from 'prosemirror-model'
import type { Command } from 'prosemirror-state'
import { Plugin, PluginKey } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { crossesFields, deleteAcrossFields } from '../../commands/fields.ts'
import { typedRules } from './rules.ts'

/** True directly after a rule changed a block, until anything else happens. */
const key = new PluginKey<boolean>('typed-input')

/**
 * Applies the rules for what is typed. The typed character goes in first and the rule follows as its own step of
 * history, so that undo gives back exactly what was typed.
 */
export function typedInput(language: () => string): Plugin<boolean> {
  return new Plugin<boolean>({
    key,
    state: {
      init: () => false,
      apply: (transaction, isFresh) => {
        const applied: unknown = transaction.getMeta(key)
        if (typeof applied === 'boolean') return applied
        return isFresh && !transaction.docChanged && !transaction.selectionSet
      },
    },
    props: {
      handleTextInput: (view, from, to, text) => {
        if (crossesFields(view.state)) {
          view.dispatch(deleteAcrossFields(view.state))
          view.dispatch(view.state.tr.insertText(text).scrollIntoView())
          return true
        }
        return !view.composing && typeWithRules(view, from, to, text, language())
      },
    },
  })
}

function typeWithRules(view: EditorView, from: number, to: number, text: string, language: string): boolean {
  const $from = view.state.doc.resolve(from)
  const before = textBefore($from) + text
  const rule = typedRules[text]?.find((candidate) => candidate.fits(before))
  if (rule === undefined) return false
  view.dispatch(view.state.tr.insertText(text, from, to).scrollIntoView())
  const change = rule.apply(view.state, textBefore(view.state.selection.$head), language)
  if (change === null) return true
  view.dispatch(closeHistory(change).setMeta(key, rule.isBlock).scrollIntoView())
  view.dispatch(closeHistory(view.state.tr).setMeta(key, rule.isBlock))
  return true
}

function textBefore($pos: ResolvedPos): string {
  return $pos.parent.textBetween(0, $pos.parentOffset, null, '\ufffc')
}

/** Backspace directly after a rule made a crosshead, list or quotation gives back what was typed. */
export const takeBackRule: Command = (state, dispatch) => (key.getState(state) === true ? undo(state, dispatch) : false)
