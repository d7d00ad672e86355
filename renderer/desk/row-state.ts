import { rowStateOf as rowStateAt } from '../../storage/model/row-state.ts'
import type { RowState } from '../../storage/model/row-state.ts'
import type { StorySummary } from '../../storage/model/summary.ts'
import { formatListMoment } from '../i18n/format.ts'
import { t } from '../i18n/translate.ts'
import type { GlyphShape } from '../ui/StatusGlyph.tsx'

/** The state of a story at a moment. */
export function rowStateOf(story: Pick<StorySummary, 'status' | 'embargo'>, now: Date): RowState {
  return rowStateAt(story, now.toISOString())
}

export const shapes: Readonly<Record<RowState, GlyphShape>> = {
  draft: 'dashed',
  in_edit: 'half',
  ready: 'full',
  embargo: 'clock',
  published: 'tick',
  killed: 'cross',
}

/** What a group of rows in a state is called. */
export const stateNames = {
  draft: 'status.draft',
  in_edit: 'status.inEdit',
  ready: 'status.readyStory',
  embargo: 'record.embargo',
  published: 'status.published',
  killed: 'status.killed',
} as const satisfies Readonly<Record<RowState, string>>

/** The state in words. */
export function stateName(state: RowState, embargo: string | null, now: Date): string {
  switch (state) {
    case 'draft':
      return t('status.draft')
    case 'in_edit':
      return t('status.inEdit')
    case 'ready':
      return t('status.readyStory')
    case 'published':
      return t('status.published')
    case 'killed':
      return t('status.killed')
    case 'embargo':
      return t('status.embargo', { time: embargo === null ? '' : formatListMoment(new Date(embargo), now) })
  }
}
