import type { StoryCount } from '../../storage/model/listing.ts'
import { t } from '../i18n/translate.ts'
import { countsOfView, sumOf } from './count-stories.ts'

export interface View {
  readonly id: string
  readonly name: string
  readonly count: number
}

/** The name of a view. */
export function viewName(id: string): string {
  if (id === 'all') return t('desk.viewAll')
  if (id === 'today') return t('desk.viewToday')
  return id.slice('desk:'.length)
}

/** Every view with its count: all, today, and the desks: those of the house, then others that stories name. */
export function viewsOf(counts: readonly StoryCount[], desks: readonly string[]): View[] {
  const named = counts.map(({ desk }) => desk).filter((desk) => desk !== '')
  const ids = ['all', 'today', ...[...new Set([...desks, ...named])].map((desk) => `desk:${desk}`)]
  return ids.map((id) => ({ id, name: viewName(id), count: sumOf(countsOfView(counts, id)) }))
}
