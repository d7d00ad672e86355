import IntlMessageFormat from 'intl-messageformat'
import type { MessageKey } from './catalogue.ts'
import { catalogue, formattingLocale } from './locale.ts'

export type MessageValues = Readonly<Record<string, string | number | Date>>

const cache = new Map<string, IntlMessageFormat>()

/** The parsed message of a key in the language of the interface, parsed once. */
export function messageOf(key: MessageKey): IntlMessageFormat {
  const text = catalogue()[key]
  const id = `${formattingLocale()}:${text}`
  const known = cache.get(id)
  if (known !== undefined) return known
  const made = new IntlMessageFormat(text, formattingLocale())
  cache.set(id, made)
  return made
}

/** The words of the interface for `key`, with `values` in its places. */
export function t(key: MessageKey, values?: MessageValues): string {
  const words = messageOf(key).format<string>(values)
  return typeof words === 'string' ? words : words.join('')
}
