import { collab } from 'prosemirror-collab'
import { dropCursor } from 'prosemirror-dropcursor'
import { gapCursor } from 'prosemirror-gapcursor'
import { history } from 'prosemirror-history'
import type { Plugin } from 'prosemirror-state'
import type { EditorContext } from '../context.ts'
import { contextPlugin } from '../context.ts'
import { finder } from '../find/finder.ts'
import { editorKeymap } from '../keymap/keymap.ts'
import { clipboard } from '../paste/clipboard.ts'
import { photoFiles } from '../paste/photo-files.ts'
import { caretInStep } from './caret-in-step.ts'
import { fieldHints } from './field-hints.ts'
import { heldWordsPlugin } from './held-words.ts'
import { quoteIntegrity } from './quote-integrity.ts'
import { quoteMarks } from './quote-marks.ts'
import { QuoteMemory } from './quote-memory.ts'
import { quotationSuggestions } from './suggestions.ts'
import { trailingParagraph } from './trailing-paragraph.ts'
import { typedInput } from './typed/typed-input.ts'

/** Everything that works in the editor of a story, in the order in which keys and pastes are offered to it. */
export function editorPlugins(context: EditorContext, version: number, client: string): Plugin[] {
  const memory = new QuoteMemory()
  const language = (): string => context.record().language
  return [
    contextPlugin(context),
    collab({ version, clientID: client }),
    history(),
    typedInput(language),
    editorKeymap(context.isMac),
    photoFiles(),
    clipboard(memory),
    quoteIntegrity(memory),
    caretInStep(),
    trailingParagraph(),
    heldWordsPlugin(),
    quotationSuggestions(language),
    quoteMarks(),
    finder(),
    fieldHints(),
    gapCursor(),
    dropCursor({ class: 'drop-cursor', width: 2, color: false }),
  ]
}
