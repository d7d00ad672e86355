import type { SavedSearch } from '../../storage/model/listing.ts'
import { languageName } from '../i18n/format.ts'
import { t } from '../i18n/translate.ts'
import { filterOf, isNarrowed } from './list-state.ts'
import type { Wanted } from './list-state.ts'
import { stateName } from './row-state.ts'
import { viewName } from './views.ts'

const longestName = 80

/** Whether what is listed can be kept: something is searched for or left out, and not because of the day. */
export function canBeSaved(wanted: Wanted): boolean {
  return wanted.view !== 'today' && (wanted.query.trim() !== '' || isNarrowed(wanted))
}

/** What is listed as a search to keep, named by what it looks for. */
export function savedSearchOf(wanted: Wanted, now: Date): SavedSearch {
  const { since: _since, ...filter } = filterOf(wanted, now)
  const names = [
    wanted.query.trim(),
    ...(filter.desk === null ? [] : [viewName(wanted.view)]),
    ...filter.states.map((state) => (state === 'embargo' ? t('record.embargo') : stateName(state, null, now))),
    ...(filter.language === null ? [] : [languageName(filter.language)]),
    ...(filter.findings ? [t('desk.hasWarnings')] : []),
  ]
  return {
    name: names
      .filter((name) => name !== '')
      .join(', ')
      .slice(0, longestName)
      .trim(),
    query: wanted.query.trim(),
    filter,
    order: wanted.order,
    grouping: wanted.grouping,
  }
}

/** What a kept search lists. */
export function wantedBy({ query, filter, order, grouping }: SavedSearch): Wanted {
  return {
    query,
    view: filter.desk === null ? 'all' : `desk:${filter.desk}`,
    statuses: new Set(filter.states),
    language: filter.language,
    findings: filter.findings,
    order,
    grouping,
  }
}
