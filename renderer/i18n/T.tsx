import { Fragment } from 'react'
import type { ReactElement, ReactNode } from 'react'
import type { MessageKey } from './catalogue.ts'
import { messageOf } from './translate.ts'

type Piece = string | number | ReactElement | ((chunks: ReactNode[]) => ReactElement)

/** A message with elements in it: `<b>` of the message becomes what the function `b` of `values` returns. */
export function T({ id, values }: { id: MessageKey; values?: Readonly<Record<string, Piece>> }) {
  const parts = messageOf(id).format<ReactElement>(values)
  if (!Array.isArray(parts)) return <>{parts}</>
  return parts.map((part, index) => <Fragment key={index}>{part}</Fragment>)
}
