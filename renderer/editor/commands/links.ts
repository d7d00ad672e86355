import { closeHistory } from 'prosemirror-history'
import type { EditorState, Transaction } from 'prosemirror-state'
import { readLinkAddress } from '../../../storage/model/schema/address.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import type { Range } from './ranges.ts'

/**
 * Reads an address as people type it: `example.org/page` is a web address, `desk@example.org` a mail address.
 * Null when nothing can stand behind a link.
 */
export function readTypedAddress(text: string): string | null {
  const typed = text.trim()
  if (typed === '') return null
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/u.test(typed)) return readLinkAddress(`mailto:${typed}`)
  if (/^[a-z][a-z0-9+.-]*:/iu.test(typed) && !/^[^/:]+:\d/u.test(typed)) return readLinkAddress(typed)
  return /^[^\s/]+\.[^\s/]+/u.test(typed) ? readLinkAddress(`https://${typed}`) : null
}

/** Links the words of a range, in place of any link they had. A null address takes the link away. */
export function setLink(state: EditorState, range: Range, address: string | null): Transaction {
  const transaction = closeHistory(state.tr).removeMark(range.from, range.to, schema.marks.link)
  if (address !== null) transaction.addMark(range.from, range.to, schema.marks.link.create({ href: address }))
  return transaction.removeStoredMark(schema.marks.link)
}
