import type { StoryId } from '../../storage/model/ids.ts'
import type { RecordChange } from '../../storage/model/record-change.ts'
import type { StorySummary } from '../../storage/model/summary.ts'
import type { Wanted } from './list-state.ts'
import { rowStateOf } from './row-state.ts'

/** Fields and what is left out: beside words alone, a query may ask for anything that an act changes. */
const asksForMore = /[:-]/u

/** Those of the changed stories that the list may not show any more, because of what they were changed to. */
export function leaving(
  changed: readonly StoryId[],
  change: RecordChange,
  wanted: Wanted,
  find: (id: StoryId) => StorySummary | null,
  now: Date,
): readonly StoryId[] {
  if (wanted.findings || asksForMore.test(wanted.query)) return changed
  if (change.field === 'desk' && wanted.query.trim() !== '') return changed
  if (change.field === 'desk')
    return wanted.view.startsWith('desk:') && wanted.view !== `desk:${change.desk}` ? changed : []
  if (change.field === 'keywords' || wanted.statuses.size === 0) return []
  return changed.filter((id) => {
    const story = find(id)
    return story === null || !wanted.statuses.has(rowStateOf({ ...story, status: change.status }, now))
  })
}
