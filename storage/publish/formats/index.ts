import type { FormatName } from '../request.ts'
import { captions } from './captions.ts'
import type { Format } from './format.ts'
import { galley } from './galley.ts'
import { html } from './html.ts'
import { jsonld } from './jsonld.ts'
import { ninjs } from './ninjs.ts'
import { quotes } from './quotes.ts'

/** The formats an editor chooses among. */
const chosen: Readonly<Record<FormatName, Format>> = { ninjs, jsonld, html, galley }

/** The chosen formats and the ones every bundle has. */
export function formatsOf(names: readonly FormatName[]): readonly Format[] {
  return [...new Set(names)].map((name) => chosen[name]).concat(quotes, captions)
}
