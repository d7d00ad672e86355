import { z } from 'zod'

/** A fault of a published item by our own measure: where in the item, and what is asked for. */
export interface ProfileProblem {
  readonly path: string
  readonly problem: string
}

const filled = z.string().trim().min(1)
const moment = z.iso.datetime({ offset: true })
const text = z.looseObject({ role: z.string().optional(), contentType: z.string().optional(), value: z.string() })
const named = z.looseObject({ name: filled })

const rendition = z.looseObject({
  name: filled,
  href: filled,
  contentType: filled,
  width: z.int().positive(),
  height: z.int().positive(),
  sizeInBytes: z.int().positive(),
})

const association = z.looseObject({
  name: filled,
  rel: filled,
  uri: filled,
  type: z.enum(['picture', 'component', 'text']),
  language: z.string().optional(),
  representationType: z.string().optional(),
  descriptions: z.array(text).default([]),
  bodies: z.array(text).default([]),
  renditions: z.array(rendition).default([]),
})

const item = z.looseObject({
  standard: z.looseObject({ name: z.literal('ninjs'), version: z.literal('3.2') }),
  uri: z.string().startsWith('urn:uuid:'),
  type: z.literal('text'),
  version: z.string().regex(/^[1-9]\d*$/),
  firstCreated: moment,
  versionCreated: moment,
  pubStatus: z.enum(['usable', 'canceled']),
  language: filled,
  slugline: filled,
  by: filled.optional(),
  infoSources: z.array(named).default([]),
  edNote: z.string().optional(),
  headlines: z.array(text).default([]),
  bodies: z.array(text).default([]),
  associations: z.array(association).default([]),
})

/**
 * What we ask of a ninjs item beyond the standard, which asks for a `uri` alone: a headline, both bodies, language,
 * version, dates, an author or a source; of every photo a caption, alt text (empty when decorative), a credit and its
 * files; of every quotation its words; of a kill the reason. A figure whose picture has not come is `partial` and needs
 * its caption only. Returns every fault; none means the item may leave.
 */
export function profileProblems(ninjs: unknown): ProfileProblem[] {
  const parsed = item.safeParse(ninjs)
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), problem: message }))
  }
  const story = parsed.data
  const problems: ProfileProblem[] = []
  const ask = (holds: boolean, path: string, problem: string): void => {
    if (!holds) problems.push({ path, problem })
  }
  const has = (list: readonly z.infer<typeof text>[], role: string, type?: string): boolean =>
    list.some(
      (entry) => entry.role === role && entry.value.trim() !== '' && (type ?? entry.contentType) === entry.contentType,
    )

  ask(has(story.headlines, 'main'), 'headlines', 'has no headline')
  ask(has(story.bodies, 'main', 'text/plain'), 'bodies', 'has no plain text')
  ask(has(story.bodies, 'main', 'text/html'), 'bodies', 'has no HTML text')
  ask(story.by !== undefined || story.infoSources.length > 0, 'by', 'names neither author nor source')
  ask(
    story.pubStatus === 'usable' || (story.edNote ?? '') !== '',
    'edNote',
    'is withdrawn without saying so to editors',
  )
  ask(
    new Set(story.associations.map(({ name }) => name)).size === story.associations.length,
    'associations',
    'has two of one name',
  )

  story.associations.forEach((part, index) => {
    const at = `associations.${index}`
    if (part.type === 'text') {
      ask((part.language ?? '') !== '', at, 'is a version in no language')
      return
    }
    if (part.type === 'component') {
      ask(has(part.bodies, 'quotation'), at, 'is a quotation without words')
      return
    }
    if (part.representationType === 'partial') {
      ask(has(part.descriptions, 'caption'), at, 'has neither picture nor caption')
      return
    }
    ask(has(part.descriptions, 'caption'), at, 'has no caption')
    ask(
      part.descriptions.some(({ role }) => role === 'altText'),
      at,
      'has no alt text and is not decorative',
    )
    ask(has(part.descriptions, 'creditline'), at, 'has no credit')
    ask(part.renditions.length > 0, at, 'has no file')
  })
  return problems
}
