import { v7 } from 'uuid'
import { entitySchema } from '../model/entity.ts'
import type { Entity } from '../model/entity.ts'
import { GalleyError } from '../model/errors.ts'
import { entityIdSchema } from '../model/ids.ts'
import type { AuthorityFile } from './formats.ts'
import type { Store } from './store.ts'

/** Adds a name to the authority file. See `Workspace.addEntity`. Throws `invalid_input`, `disk_full`, `disk_refused`. */
export async function addEntity(
  names: Store<AuthorityFile>,
  about: Pick<Entity, 'kind' | 'name' | 'role'>,
): Promise<Entity> {
  const read = entitySchema.safeParse({ ...about, id: v7(), aliases: [], sameAs: null })
  if (!read.success) {
    throw new GalleyError('invalid_input', 'A name needs between 1 and 200 characters. Nothing was added.')
  }
  const entity = { ...read.data, id: entityIdSchema.parse(read.data.id) }
  const { entities } = await names.change((file) =>
    file.entities.some((known) => isSame(known, entity)) ? file : { ...file, entities: [...file.entities, entity] },
  )
  return entities.find((known) => isSame(known, entity)) ?? entity
}

function isSame(a: Entity, b: Entity): boolean {
  return a.kind === b.kind && a.name === b.name && a.role === b.role
}
