import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

const folder = join(import.meta.dirname, '../../../../shared/standards/ninjs')

/** False where the official schemas do not lie beside the project. */
export const hasOfficialSchema = existsSync(join(folder, '3.2/ninjs-schema_3.2.json'))

let compiled: ValidateFunction | null = null

/** What the official ninjs 3.2 schema has against an item; nothing when it is valid. */
export function officialErrors(item: unknown): unknown[] {
  compiled ??= compile()
  return compiled(item) ? [] : (compiled.errors ?? [])
}

function compile(): ValidateFunction {
  const read = (name: string): object => JSON.parse(readFileSync(join(folder, name), 'utf8')) as object
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  // The package is CommonJS; its types name a default that is not where they say.
  const addFormats = formats as unknown as (to: Ajv2020) => void
  addFormats(ajv)
  ajv.addSchema(read('GeoJSON-schema.json'), 'https://geojson.org/schema/GeoJSON.json')
  return ajv.compile(read('3.2/ninjs-schema_3.2.json'))
}
