import { z } from 'zod'
import { GalleyError } from '../../model/errors.ts'

/** Members that hold something else than they should say nothing, and cost no story. */
const text = z.string().catch('')
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((all) => all.flatMap((one) => item.safeParse(one).data ?? []))

const said = z.looseObject({ role: text, contentType: text, value: z.string() })
const named = z.looseObject({ name: text, rel: text, uri: text, literal: text })
const rendition = z.looseObject({
  name: text,
  href: z.string(),
  contentType: text,
  width: z.number().catch(0),
})

const part = z.looseObject({
  name: text,
  rel: text,
  type: text,
  profile: text,
  language: text,
  by: text,
  headlines: list(said),
  bodies: list(said),
  descriptions: list(said),
  people: list(named),
  renditions: list(rendition),
})
const associated = part.extend({ associations: list(part) })

const item = associated.extend({
  slugline: text,
  title: text,
  located: text,
  pubStatus: text,
  urgency: z.number().catch(0),
  embargoedUntil: text,
  edNote: text,
  subjects: list(named),
  genres: list(named),
  infoSources: list(named),
  associations: list(associated),
})

export type NinjsItem = z.output<typeof item>
export type NinjsPart = z.output<typeof associated>
export type NinjsText = z.output<typeof said>

/** Reads an item of ninjs 3, or of an earlier branch by the same members under their older names. Throws `invalid_input`. */
export function readItem(text: string): NinjsItem {
  try {
    return item.parse(inNewNames(JSON.parse(text.replace(/^\ufeff/u, ''))))
  } catch (cause) {
    throw new GalleyError('invalid_input', 'This ninjs file is damaged and could not be read. Nothing was added.', {
      cause,
    })
  }
}

/** What the branches before 3 call the same thing. */
const older: Readonly<Record<string, string>> = {
  byline: 'by',
  ednote: 'edNote',
  pubstatus: 'pubStatus',
  embargoed: 'embargoedUntil',
  contenttype: 'contentType',
  mimetype: 'contentType',
  person: 'people',
  place: 'places',
  subject: 'subjects',
  genre: 'genres',
  infosource: 'infoSources',
  code: 'literal',
}
/** Members that once stood by themselves, each of a role, and the list they are in now. */
const single = /^(?<list>headline|body|description)(?:_(?<role>\w+))?$/u
const listOf: Readonly<Record<string, string>> = { headline: 'headlines', body: 'bodies', description: 'descriptions' }
/** Lists that once were objects by name. */
const byName = new Set(['associations', 'renditions'])
const deepest = 12

function inNewNames(value: unknown, depth = 0): unknown {
  if (depth > deepest || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one) => inNewNames(one, depth + 1))
  const fresh = new Map<string, unknown>()
  for (const [key, held] of Object.entries(value)) {
    const groups = single.exec(key)?.groups
    const list = listOf[groups?.['list'] ?? '']
    if (list !== undefined && typeof held === 'string') {
      const texts = fresh.get(list)
      const contentType = groups?.['role'] === 'html' || groups?.['role'] === 'xhtml' ? 'text/html' : 'text/plain'
      const entry = { role: groups?.['role'] ?? '', contentType, value: held }
      fresh.set(list, [...(Array.isArray(texts) ? (texts as unknown[]) : []), entry])
    } else if (byName.has(key) && isObject(held)) {
      const named = Object.entries(held).map(([name, one]) => ({ ...(isObject(one) ? one : {}), name }))
      fresh.set(key, inNewNames(named, depth + 1))
    } else fresh.set(older[key] ?? key, inNewNames(held, depth + 1))
  }
  return Object.fromEntries(fresh)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
