import { typographyOf } from '../../../../storage/language/typography.ts'
import type { QuotationMarks } from '../../../../storage/language/typography.ts'

/** What the straight mark `"` becomes when it is typed after `before`, the text of the block so far. */
export function doubleMark(before: string, language: string): string {
  const { outer, inner } = typographyOf(language).quotationMarks
  const open = openMarks(before, outer, inner)
  if (opens(before)) return open.includes('outer') ? inner[0] : outer[0]
  return open.at(-1) === 'inner' ? inner[1] : outer[1]
}

/** What the straight mark `'` becomes: an opening single mark where English has one, an apostrophe everywhere else. */
export function singleMark(before: string, language: string): string {
  const { inner } = typographyOf(language).quotationMarks
  return inner[0] === '‘' && opens(before) ? '‘' : '’'
}

/** A mark opens at the start of a block, after space, after an opening bracket or mark, and after a dash. */
function opens(before: string): boolean {
  return before === '' || /[\s([{«“‘„‚‹—–/]$/u.test(before)
}

function openMarks(
  text: string,
  outer: QuotationMarks['outer'],
  inner: QuotationMarks['inner'],
): ('outer' | 'inner')[] {
  const open: ('outer' | 'inner')[] = []
  for (const letter of text) {
    if (letter === outer[1].trim() && open.at(-1) === 'outer') open.pop()
    else if (letter === inner[1] && open.at(-1) === 'inner') open.pop()
    else if (letter === outer[0].trim()) open.push('outer')
    else if (letter === inner[0]) open.push('inner')
  }
  return open
}
