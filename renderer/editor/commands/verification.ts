import type { Command } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { verbatimWords } from '../../../storage/language/verbatim.ts'
import type { QuoteId } from '../../../storage/model/ids.ts'
import { printedWords, quoteTable } from '../../../storage/model/quotations.ts'
import type { Verification } from '../../../storage/model/quote.ts'
import { contextOf } from '../context.ts'
import { quoteAt } from '../queries/quote-at.ts'
import { quoteIndex } from '../queries/quote-index.ts'
import { updateQuotation } from './quotations.ts'

/** The frozen form of words that somebody compared with their source. */
export async function verificationOf(words: string, by: string, at: Date): Promise<Verification> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verbatimWords(words)))
  const sha256 = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return { state: 'verified', words, sha256, by, at: at.toISOString() }
}

/**
 * Verifies a quotation in the words it has now. False when it is not there, or its words changed while they were
 * being hashed.
 */
export async function verifyQuotation(view: EditorView, id: QuoteId, by: string): Promise<boolean> {
  const words = wordsOf(view, id)
  if (words === '') return false
  const verification = await verificationOf(words, by, new Date())
  if (view.isDestroyed || wordsOf(view, id) !== words) return false
  return updateQuotation(id, { verification })(view.state, view.dispatch)
}

function wordsOf(view: EditorView, id: QuoteId): string {
  if (quoteTable(view.state.doc)[id] === undefined) return ''
  return printedWords(quoteIndex(view.state.doc).get(id) ?? [])
}

/** Verifies the quotation at the caret in the name of who works here. */
export const verifyAtCaret: Command = (state, dispatch, view) => {
  const id = quoteAt(state)
  if (id === null) return false
  if (dispatch === undefined || view === undefined) return true
  void verifyQuotation(view, id, contextOf(state).editor())
  return true
}
