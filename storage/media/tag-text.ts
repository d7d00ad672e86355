import { z } from 'zod'

/** Tags as the metadata reader hands them over, of one container, by name. Nothing is taken on trust. */
export type Tags = Readonly<Record<string, unknown>>

const tagSchema = z.looseObject({ value: z.unknown(), description: z.unknown() })
const alternativeSchema = z.looseObject({
  value: z.string(),
  attributes: z.looseObject({ lang: z.string().optional() }),
})
const structSchema = z.record(z.string(), z.unknown())

const longest = 20_000
const most = 200

/** The one text of a tag: of language alternatives the default, of a list all joined by commas; empty when it has none. */
export function textOf(tag: unknown): string {
  const alternatives = z.array(alternativeSchema).safeParse(tagSchema.safeParse(tag).data?.value)
  if (alternatives.success && alternatives.data.some((one) => one.attributes.lang !== undefined)) {
    const chosen = alternatives.data.find((one) => one.attributes.lang === 'x-default') ?? alternatives.data[0]
    return clean(chosen?.value ?? '')
  }
  return clean(textsOf(tag).join(', '))
}

/** Every text of a tag that may hold several, in order, empty ones left out. */
export function textsOf(tag: unknown): string[] {
  if (Array.isArray(tag)) return tag.flatMap(textsOf).slice(0, most)
  const read = tagSchema.safeParse(tag)
  if (!read.success) return []
  const { value, description } = read.data
  const items = Array.isArray(value) ? value.flatMap((item) => alternativeSchema.safeParse(item).data?.value ?? []) : []
  // IIM and Exif values are bytes or one-element lists; their decoded form is the description.
  const texts = items.length > 0 ? items : typeof value === 'string' ? [value] : [description]
  return texts.flatMap((text) => (typeof text === 'string' ? clean(text) || [] : [])).slice(0, most)
}

/** The structures of a tag that holds some, such as the locations shown. */
export function structsOf(tag: unknown): Tags[] {
  const value = tagSchema.safeParse(tag).data?.value
  return z.array(structSchema).safeParse(value).data ?? z.array(structSchema).parse([value].filter(isStruct))
}

function isStruct(value: unknown): boolean {
  return structSchema.safeParse(value).success
}

/** Line ends made equal; what no text may hold (NUL and its like, halves of characters) dropped; bounded. */
function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .slice(0, longest)
    .replace(/[^\P{Cc}\n\t]|\p{Cs}|\p{Noncharacter_Code_Point}/gu, '')
    .trim()
}
