import { instantSchema } from '../../model/instant.ts'
import { recordFieldsSchema, slugSchema, subjectSchema } from '../../model/record.ts'
import type { RecordFields, Slug } from '../../model/record.ts'
import type { NinjsItem } from './ninjs-item.ts'

/** What the record can hold of an item, each field by itself: one that does not fit is left out. */
export function fieldsOf(item: NinjsItem): Partial<RecordFields> {
  const topics = item.subjects.flatMap(
    ({ literal, name }) => subjectSchema.safeParse({ code: literal, name }).data ?? [],
  )
  const keywords = item.subjects.filter(({ literal }) => literal === '').map(({ name }) => name)
  return {
    ...fitting('byline', bylineOf(item)),
    ...fitting('urgency', item.urgency),
    ...fitting('genre', item.genres[0]?.name ?? null),
    ...fitting('subjects', topics.slice(0, 50)),
    ...fitting('keywords', names(keywords)),
    ...fitting('sources', names(item.infoSources.map(({ name }) => name))),
    ...fitting('editorsNote', item.edNote.trim().slice(0, 2000)),
    ...fitting('embargo', embargoOf(item)),
  }
}

function fitting(field: keyof RecordFields, value: unknown): object {
  return recordFieldsSchema.partial().safeParse({ [field]: value }).data ?? {}
}

/** `FERRY-VOTE` is a slug as it stands; of other lines the words are. */
export function slugOf({ slugline, title }: NinjsItem): Slug | null {
  for (const line of [slugline, title]) {
    const words = line.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    const slug = slugSchema.safeParse(words.replaceAll(/^-+|-+$/gu, ''))
    if (slug.success) return slug.data
  }
  return null
}

/** Authors where the item lists them, else the names in its byline. */
function bylineOf({ by, people }: NinjsItem): string[] {
  const authors = people.filter(({ rel }) => rel === 'author').map(({ name }) => name)
  if (authors.length > 0) return names(authors)
  const line = by.replace(/^\s*(?:by|von|av|par|por)\s+/iu, '')
  return names(line.split(/\s*(?:[,،;&]|\s(?:and|и|և|եւ|ու|و)\s)\s*/u))
}

function names(all: readonly string[]): string[] {
  return [...new Set(all.map((name) => name.trim().slice(0, 200)).filter((name) => name !== ''))].slice(0, 20)
}

function embargoOf({ embargoedUntil }: NinjsItem): string | null {
  const moment = new Date(embargoedUntil)
  return Number.isNaN(moment.getTime()) ? null : (instantSchema.safeParse(moment.toISOString()).data ?? null)
}
