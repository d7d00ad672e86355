import { primaryLanguage } from '../../../../storage/model/language.ts'

/** How a language prints quotation marks, outer and inner. */
interface QuotationMarks {
  readonly outer: readonly [open: string, close: string]
  readonly inner: readonly [open: string, close: string]
}

const english: QuotationMarks = { outer: ['“', '”'], inner: ['‘', '’'] }

const marksOf: Readonly<Record<string, QuotationMarks>> = {
  en: english,
  hy: { outer: ['«', '»'], inner: ['“', '”'] },
  fa: { outer: ['«', '»'], inner: ['‹', '›'] },
  ru: { outer: ['«', '»'], inner: ['„', '“'] },
  uk: { outer: ['«', '»'], inner: ['„', '“'] },
  be: { outer: ['«', '»'], inner: ['„', '“'] },
  de: { outer: ['„', '“'], inner: ['‚', '‘'] },
  es: { outer: ['«', '»'], inner: ['“', '”'] },
  it: { outer: ['«', '»'], inner: ['“', '”'] },
  fr: { outer: ['«\u00a0', '\u00a0»'], inner: ['“', '”'] },
}

/** What the straight mark `"` becomes when it is typed after `before`, the text of the block so far. */
export function doubleMark(before: string, language: string): string {
  const { outer, inner } = marksOf[primaryLanguage(language)] ?? english
  const open = openMarks(before, outer, inner)
  if (opens(before)) return open.includes('outer') ? inner[0] : outer[0]
  return open.at(-1) === 'inner' ? inner[1] : outer[1]
}

/** What the straight mark `'` becomes: an opening single mark where English has one, an apostrophe everywhere else. */
export function singleMark(before: string, language: string): string {
  const { inner } = marksOf[primaryLanguage(language)] ?? english
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
