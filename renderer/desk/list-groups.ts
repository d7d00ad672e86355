import type { Grouping, StoryGroup } from '../../storage/model/listing.ts'
import { rowStates } from '../../storage/model/row-state.ts'
import { stateNames } from './row-state.ts'
import { formatNumber } from '../i18n/format.ts'
import { t } from '../i18n/translate.ts'
import type { ListSection } from '../ui/list-blocks.ts'

/** The groups without the row at a place. */
export function groupsWithout(groups: readonly StoryGroup[], place: number): readonly StoryGroup[] {
  let first = 0
  return groups.flatMap((group) => {
    const isIn = place >= first && place < first + group.count
    first += group.count
    if (!isIn) return [group]
    return group.count === 1 ? [] : [{ ...group, count: group.count - 1 }]
  })
}

/** The headings of the groups. */
export function sectionsOf(groups: readonly StoryGroup[], grouping: Grouping): ListSection[] {
  return groups.map(({ key, count }) => ({
    key: `${grouping} ${key}`,
    words: grouping === 'status' ? nameOfState(key) : key === '' ? t('record.noDesk') : key,
    note: formatNumber(count),
    count,
  }))
}

function nameOfState(key: string): string {
  const state = rowStates.find((each) => each === key)
  return state === undefined ? key : t(stateNames[state])
}
