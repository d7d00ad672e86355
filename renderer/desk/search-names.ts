import type { SavedSearch } from '../../storage/model/listing.ts'
import { savedSearchSchema } from '../../storage/model/listing.ts'

/** Whether two searches list the same in the same way, whatever they are called. */
export function listsTheSame(one: SavedSearch, other: SavedSearch): boolean {
  return withoutName(one) === withoutName(other)
}

function withoutName(search: SavedSearch): string {
  // Parsed, so that the fields stand in one order wherever the search comes from.
  const { name: _name, ...rest } = savedSearchSchema.parse(search)
  return JSON.stringify({ ...rest, filter: { ...rest.filter, states: [...rest.filter.states].sort() } })
}

/** The kept searches with this one under a name: in its place when it is kept already, else at the end. */
export function keptUnder(searches: readonly SavedSearch[], search: SavedSearch, name: string): SavedSearch[] {
  const named = { ...search, name }
  const isKept = searches.some((each) => listsTheSame(each, search))
  return isKept ? searches.map((each) => (listsTheSame(each, search) ? named : each)) : [...searches, named]
}

/** Whether another search has this name already. */
export function isNameTaken(searches: readonly SavedSearch[], search: SavedSearch, name: string): boolean {
  return searches.some((each) => each.name === name && !listsTheSame(each, search))
}
