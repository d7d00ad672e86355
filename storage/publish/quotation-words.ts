import { quotationText } from '../model/quotations.ts'
import type { Quotation } from '../model/quotations.ts'

const marks = '"“”„‟«»‹›‘’‚‛՚'

/** The words of a quotation alone: the marks around each run taken off, and the comma that leads to the attribution. */
export function quotationWords(quotation: Quotation): string {
  const runs = quotation.runs.map(({ from, to, text }) => ({ from, to, text: withoutMarks(text) }))
  return quotationText({ ...quotation, runs }).replace(/[,،]$/u, '')
}

function withoutMarks(text: string): string {
  const trimmed = text.trim()
  const start = new RegExp(`^[${marks}]+\\s*`, 'u')
  // An apostrophe at the end belongs to the word ("the miners’") unless a mark opened the run too.
  const end = start.test(trimmed) ? new RegExp(`\\s*[${marks}]+([,.،]?)$`, 'u') : /\s*["”“»›]+([,.،]?)$/u
  return trimmed.replace(start, '').replace(end, '$1')
}
