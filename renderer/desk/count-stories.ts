import { languageTagSchema } from '../../storage/model/language.ts'
import type { LanguageTag } from '../../storage/model/language.ts'
import type { StoryCount } from '../../storage/model/listing.ts'
import type { Wanted } from './list-state.ts'
import type { RowState } from '../../storage/model/row-state.ts'

/** How many stories the counts speak of. */
export function sumOf(counts: readonly StoryCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0)
}

/** The counts of the stories of a view: `all`, `today` or `desk:Foreign`. */
export function countsOfView(counts: readonly StoryCount[], view: string): readonly StoryCount[] {
  if (view === 'today') return counts.filter(({ isRecent }) => isRecent)
  if (view.startsWith('desk:')) return counts.filter(({ desk }) => desk === view.slice('desk:'.length))
  return counts
}

/** How many stories are in each state. */
export function countStates(counts: readonly StoryCount[]): ReadonlyMap<RowState, number> {
  const sums = new Map<RowState, number>()
  for (const { state, count } of counts) sums.set(state, (sums.get(state) ?? 0) + count)
  return sums
}

/** How many stories are in each language, the commonest first. */
export function countLanguages(counts: readonly StoryCount[]): [language: LanguageTag, count: number][] {
  const sums = new Map<LanguageTag, number>()
  for (const { language, count } of counts) {
    const tag = languageTagSchema.safeParse(language)
    if (tag.success) sums.set(tag.data, (sums.get(tag.data) ?? 0) + count)
  }
  return [...sums].sort(([a, many], [b, more]) => more - many || a.localeCompare(b))
}

/** The counts that the status chips choose from: those of the view, narrowed by everything but the status. */
export function countsToChooseFrom(counts: readonly StoryCount[], wanted: Wanted): readonly StoryCount[] {
  return countsOfView(counts, wanted.view).filter(
    ({ language, findings }) =>
      (wanted.language === null || language === wanted.language || language.startsWith(`${wanted.language}-`)) &&
      (!wanted.findings || findings),
  )
}
