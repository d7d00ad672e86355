import type { Entity, EntityKind } from '../model/entity.ts'
import { fold, foldedWords } from './fold.ts'

export interface EntityQuery {
  readonly query: string
  readonly kind: EntityKind | null
  readonly limit: number
}

/** Entities whose name or an alias holds every word of the query: the whole name first, then beginnings, then the rest. */
export function searchEntities(entities: readonly Entity[], { query, kind, limit }: EntityQuery): Entity[] {
  const words = foldedWords(query)
  const whole = words.join(' ')
  return entities
    .filter((entity) => kind === null || entity.kind === kind)
    .flatMap((entity) => {
      const ranks = [entity.name, ...entity.aliases].map((name) => rankOf(fold(name), words, whole))
      const rank = Math.min(...ranks)
      return Number.isFinite(rank) ? [{ entity, rank }] : []
    })
    .sort((a, b) => a.rank - b.rank || a.entity.name.localeCompare(b.entity.name) || compare(a.entity.id, b.entity.id))
    .slice(0, limit)
    .map(({ entity }) => entity)
}

function rankOf(name: string, words: readonly string[], whole: string): number {
  if (name === whole) return 0
  if (name.startsWith(whole)) return 1
  const parts = name.split(/[^\p{L}\p{N}]+/u)
  if (words.every((word) => parts.some((part) => part.startsWith(word)))) return 2
  return words.every((word) => name.includes(word)) ? 3 : Infinity
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
