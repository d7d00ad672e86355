import type { StoryId } from '../../storage/model/ids.ts'

/** The stories of the list that are chosen for an act, by their ids: rows may move and go out of sight. */
export interface Selection {
  readonly ids: ReadonlySet<StoryId>
  /** The story that a range goes out from. */
  readonly anchor: StoryId | null
  /** What was chosen before the range that goes out from there. */
  readonly before: ReadonlySet<StoryId>
}

export const nothingSelected: Selection = { ids: new Set(), anchor: null, before: new Set() }

/** The selection with a story put in, or taken out when it is in. The next range goes out from it. */
export function toggled(selection: Selection, id: StoryId): Selection {
  const ids = new Set(selection.ids)
  if (!ids.delete(id)) ids.add(id)
  return { ids, anchor: id, before: ids }
}

/** The selection with a range in place of the last one that went out from the same story. */
export function ranged(selection: Selection, anchor: StoryId, range: readonly StoryId[]): Selection {
  const before = selection.anchor === anchor ? selection.before : selection.ids
  return { ids: new Set([...before, ...range]), anchor, before }
}

/** All of them. */
export function selectionOf(ids: readonly StoryId[]): Selection {
  const all = new Set(ids)
  return { ids: all, anchor: null, before: all }
}

/** The selection without stories that are there no more. */
export function withoutStories(selection: Selection, gone: ReadonlySet<StoryId>): Selection {
  const left = (ids: ReadonlySet<StoryId>): ReadonlySet<StoryId> => new Set([...ids].filter((id) => !gone.has(id)))
  if (![...gone].some((id) => selection.ids.has(id) || selection.anchor === id)) return selection
  const anchor = selection.anchor !== null && gone.has(selection.anchor) ? null : selection.anchor
  return { ids: left(selection.ids), anchor, before: left(selection.before) }
}

/** What an act on a row is for: the selection when the row belongs to it, else that row alone. */
export function actedOn(selection: Selection, row: StoryId | null): readonly StoryId[] {
  if (row === null || selection.ids.has(row)) return [...selection.ids]
  return [row]
}
