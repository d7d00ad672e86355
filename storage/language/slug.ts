import { slugSchema } from '../model/record.ts'
import type { Slug } from '../model/record.ts'

/** A slug from the first significant words of a headline, in upper case, in any script; `STORY` when there are none. */
export function slugFrom(headline: string, _language: string): Slug {
  return slugSchema.parse(
    (headline.toUpperCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, 3).join('-').slice(0, 64) || 'STORY',
  )
}
