import { describe, expect, it } from 'vitest'
import { searchEntities } from '../../../storage/library/search-entities.ts'
import { entitySchema } from '../../../storage/model/entity.ts'
import type { Entity } from '../../../storage/model/entity.ts'

const entity = (index: number, kind: Entity['kind'], name: string, aliases: string[] = []): Entity =>
  entitySchema.parse({
    id: `01938f2a-5c00-7d31-9a42-${String(index).padStart(12, '0')}`,
    kind,
    name,
    role: '',
    aliases,
    sameAs: null,
  })

const names = [
  entity(1, 'person', 'José Ángel Ruiz', ['the harbour poet']),
  entity(2, 'place', 'Saint-Ruizan'),
  entity(3, 'person', 'Ruiz'),
  entity(4, 'organisation', 'Ruiz & Daughters'),
  entity(5, 'person', 'Նարեկ Սաֆարյան'),
  entity(6, 'place', 'Нижний Ёлкин'),
]

const found = (query: string, kind: Entity['kind'] | null = null, limit = 10): string[] =>
  searchEntities(names, { query, kind, limit }).map(({ name }) => name)

describe('searching the authority file', () => {
  it('puts the whole name first, then beginnings, then words, then what is inside a word', () => {
    expect(found('ruiz')).toEqual(['Ruiz', 'Ruiz & Daughters', 'José Ángel Ruiz', 'Saint-Ruizan'])
    expect(found('uiz')).toHaveLength(4)
  })

  it('takes case, accents and scripts as they are typed', () => {
    expect(found('jose angel')).toEqual(['José Ángel Ruiz'])
    expect(found('Ёлкин')).toEqual(['Нижний Ёлкин'])
    expect(found('сАФ')).toEqual([])
    expect(found('սաֆ')).toEqual(['Նարեկ Սաֆարյան'])
  })

  it('wants every word, in any order, of one name or alias', () => {
    expect(found('ruiz jose')).toEqual(['José Ángel Ruiz'])
    expect(found('poet harb')).toEqual(['José Ángel Ruiz'])
    expect(found('ruiz poet')).toEqual([])
  })

  it('keeps to a kind and a limit, and shows all for an empty query', () => {
    expect(found('ruiz', 'person')).toEqual(['Ruiz', 'José Ángel Ruiz'])
    expect(found('ruiz', null, 1)).toEqual(['Ruiz'])
    expect(found('  ')).toHaveLength(6)
  })
})
