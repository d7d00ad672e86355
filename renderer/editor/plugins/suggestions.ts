import type { Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import { Plugin, PluginKey } from 'prosemirror-state'
import type { Mappable } from 'prosemirror-transform'
import type { EditorView } from 'prosemirror-view'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { detectQuotations, quotationDetector } from '../../../storage/language/quotations/detect.ts'
import type { TextBlock } from '../../../storage/model/text.ts'
import { storyBlocks } from '../queries/blocks.ts'
import { quoteIndex } from '../queries/quote-index.ts'
import { readCaret } from './caret-in-step.ts'
import { whenIdle } from './idle.ts'
import { suggestionsFrom } from './suggestions-from.ts'
import type { Suggestion } from './suggestions-from.ts'

interface SuggestionsState {
  /** In reading order, positions those of the present document. */
  readonly suggestions: readonly Suggestion[]
  readonly marked: DecorationSet
  /** Words of statements that somebody said are no quotations. */
  readonly refused: ReadonlySet<string>
}

type Change = { readonly found: readonly Suggestion[] } | { readonly refuse: Suggestion }

const key = new PluginKey<SuggestionsState>('suggestions')
const pause = 350

/** What seems to be somebody's words and is not tagged, in reading order. */
export function suggestionsIn(state: EditorState): readonly Suggestion[] {
  return key.getState(state)?.suggestions ?? []
}

/** Drops a suggestion for as long as the story is open. */
export function refuseSuggestion(transaction: Transaction, suggestion: Suggestion): Transaction {
  return transaction.setMeta(key, { refuse: suggestion } satisfies Change).setMeta('addToHistory', false)
}

/** Finds quotations while the editor pauses, and underlines those that are not tagged. `language` is asked each time. */
export function quotationSuggestions(language: () => string): Plugin<SuggestionsState> {
  return new Plugin<SuggestionsState>({
    key,
    state: {
      init: () => ({ suggestions: [], marked: DecorationSet.empty, refused: new Set() }),
      apply: (transaction, state) => applied(transaction, state),
    },
    props: { decorations: (state) => key.getState(state)?.marked },
    view: (view) => watch(view, language),
  })
}

function applied(transaction: Transaction, state: SuggestionsState): SuggestionsState {
  const change = transaction.getMeta(key) as Change | undefined
  if (change !== undefined) {
    const refused = 'refuse' in change ? new Set([...state.refused, change.refuse.words]) : state.refused
    const found = 'found' in change ? change.found : state.suggestions
    return marking(
      transaction.doc,
      found.filter((suggestion) => !refused.has(suggestion.words)),
      refused,
    )
  }
  if (!transaction.docChanged) return state
  const suggestions = state.suggestions.flatMap((suggestion) => mapped(suggestion, transaction.mapping))
  const isTagging = transaction.before.attrs['quotes'] !== transaction.doc.attrs['quotes']
  const untagged = isTagging ? withoutTagged(suggestions, transaction.doc) : suggestions
  if (untagged.length < state.suggestions.length) return marking(transaction.doc, untagged, state.refused)
  return { ...state, suggestions, marked: state.marked.map(transaction.mapping, transaction.doc) }
}

function mapped(suggestion: Suggestion, mapping: Mappable): Suggestion[] {
  const runs = suggestion.runs
    .map((run) => ({ from: mapping.map(run.from, 1), to: mapping.map(run.to, -1) }))
    .filter((run) => run.from < run.to)
  return runs.length === 0 ? [] : [{ ...suggestion, runs }]
}

function marking(document: Node, suggestions: readonly Suggestion[], refused: ReadonlySet<string>): SuggestionsState {
  const marks = suggestions.flatMap((suggestion) =>
    suggestion.runs.map((run) => Decoration.inline(run.from, run.to, { class: 'quote-suggested' })),
  )
  return { suggestions, marked: DecorationSet.create(document, marks), refused }
}

/** Drops statements of which any part bears the mark of a quotation. */
function withoutTagged(suggestions: readonly Suggestion[], document: Node): Suggestion[] {
  const tagged = [...quoteIndex(document).values()].flat()
  return suggestions.filter(
    (suggestion) => !suggestion.runs.some((run) => tagged.some((other) => other.from < run.to && run.from < other.to)),
  )
}

function watch(view: EditorView, language: () => string): { update: typeof update; destroy: () => void } {
  let detector = { language: '', detect: (blocks: readonly string[]) => detectQuotations(blocks, '') }
  const look = (): void => {
    if (view.isDestroyed || view.composing) return
    const current = language()
    if (detector.language !== current) detector = { language: current, detect: quotationDetector(current) }
    const blocks = storyBlocks(view.state.doc).filter(mayQuote)
    const found = suggestionsFrom(detector.detect(blocks.map((block) => block.text)), blocks)
    const fresh = withoutTagged(found, view.state.doc)
    const known = suggestionsIn(view.state)
    const refused = key.getState(view.state)?.refused ?? new Set()
    const wanted = fresh.filter((suggestion) => !refused.has(suggestion.words))
    if (JSON.stringify(wanted) === JSON.stringify(known)) return
    // New marks make the editor draw its caret again: were it the one of before a click, the click would be undone.
    readCaret(view)
    view.dispatch(view.state.tr.setMeta(key, { found: fresh } satisfies Change).setMeta('addToHistory', false))
  }
  const idle = whenIdle(look, pause)
  let seenLanguage = language()
  const update = (_view: EditorView, before: EditorState): void => {
    if (before.doc === view.state.doc && seenLanguage === language()) return
    seenLanguage = language()
    idle.ask()
  }
  idle.ask()
  return { update, destroy: idle.stop }
}

/** Pull quotes repeat words of the story, and headlines quote in their own way. */
function mayQuote(block: TextBlock): boolean {
  return block.node.type.name !== 'headline' && block.node.type.name !== 'pull_quote'
}
