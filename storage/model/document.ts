import { Fragment, Node } from 'prosemirror-model'
import { z } from 'zod'
import { GalleyError } from './errors.ts'
import { schema } from './schema/index.ts'

/** A document as JSON. Its inside is judged by the schema, not by zod: see `readDocument`. */
export const documentJsonSchema = z.looseObject({ type: z.literal('doc'), content: z.array(z.unknown()) })
export type DocumentJson = z.infer<typeof documentJsonSchema>

/** The document that a new story starts with. */
export function emptyDocument(): Node {
  return schema.node('doc', null, [schema.node('headline'), schema.node('standfirst'), schema.node('paragraph')])
}

/** Builds a document from its parts; an empty body gets the paragraph to write in. Throws on content the schema refuses. */
export function buildDocument(headline: string, standfirst: string, body: readonly Node[]): Node {
  const line = (text: string): Fragment => (text === '' ? Fragment.empty : Fragment.from(schema.text(text)))
  const document = schema.node('doc', null, [
    schema.node('headline', null, line(headline)),
    schema.node('standfirst', null, line(standfirst)),
    ...(body.length === 0 ? [schema.node('paragraph')] : body),
  ])
  document.check()
  return document
}

/**
 * Reads a document that comes from outside: disk, IPC, clipboard or import.
 * Throws `story_damaged` when it does not hold to the schema in structure, marks or any attribute.
 */
export function readDocument(json: unknown): Node {
  try {
    const document = Node.fromJSON(schema, documentJsonSchema.parse(json))
    document.check()
    return document
  } catch (cause) {
    throw new GalleyError('story_damaged', 'The text of this story is damaged and was not opened.', { cause })
  }
}

/** The JSON of a document, to store or send. */
export function writeDocument(document: Node): DocumentJson {
  return documentJsonSchema.parse(document.toJSON())
}
