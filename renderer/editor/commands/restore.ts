import { closeHistory } from 'prosemirror-history'
import type { Command } from 'prosemirror-state'
import type { QuoteId } from '../../../storage/model/ids.ts'
import { quoteTable } from '../../../storage/model/quotations.ts'
import type { QuoteRun } from '../../../storage/model/quotations.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { quoteIndex } from '../queries/quote-index.ts'
import { diffWords, splitWords } from '../queries/word-diff.ts'

/** Puts the verified words of a quotation back, changing only what differs and keeping its runs where they are. */
export function restoreWords(id: QuoteId): Command {
  return (state, dispatch) => {
    const quote = quoteTable(state.doc)[id]
    const runs = quoteIndex(state.doc).get(id)
    if (quote?.verification.state !== 'verified' || runs === undefined) return false
    if (dispatch === undefined) return true
    const printed = runs.flatMap(placedWords)
    const edits = editsBetween(
      printed,
      splitWords(quote.verification.words).map((word) => word.text),
    )
    const transaction = closeHistory(state.tr)
    const mark = schema.marks.quote.create({ id })
    for (const { from, to, text } of edits.reverse()) {
      if (text === '') transaction.delete(from, to)
      else {
        const marks = state.doc.resolve(from).marksAcross(state.doc.resolve(to)) ?? state.doc.resolve(from).marks()
        transaction.replaceWith(from, to, schema.text(text, mark.addToSet(marks)))
      }
    }
    dispatch(transaction)
    return true
  }
}

interface PlacedWord {
  readonly from: number
  readonly to: number
  readonly text: string
}

interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

function placedWords(run: QuoteRun): PlacedWord[] {
  return splitWords(run.text).map((word) => ({ ...word, from: run.from + word.from, to: run.from + word.to }))
}

/** What to replace in the printed words so that they read as `wanted`, in reading order. */
function editsBetween(printed: readonly PlacedWord[], wanted: readonly string[]): Edit[] {
  const edits: Edit[] = []
  const diff = diffWords(
    printed.map((word) => word.text),
    wanted,
  )
  for (const part of diff) {
    if (part.isSame) continue
    const gone = printed.slice(part.beforeFrom, part.beforeTo)
    const text = wanted.slice(part.afterFrom, part.afterTo).join(' ')
    const first = gone[0]
    const last = gone.at(-1)
    const before = printed[part.beforeFrom - 1]
    const after = printed[part.beforeTo]
    if (first !== undefined && last !== undefined) {
      // A deleted word takes the space after it along, or the one before it at the end of a run.
      if (text !== '') edits.push({ from: first.from, to: last.to, text })
      else if (after !== undefined && after.from - last.to === 1) edits.push({ from: first.from, to: after.from, text })
      else if (before !== undefined && first.from - before.to === 1) edits.push({ from: before.to, to: last.to, text })
      else edits.push({ from: first.from, to: last.to, text })
    } else if (before !== undefined) edits.push({ from: before.to, to: before.to, text: ` ${text}` })
    else if (after !== undefined) edits.push({ from: after.from, to: after.from, text: `${text} ` })
  }
  return edits
}
