import type { StorySummary } from '../../storage/model/summary.ts'
import { formatListMoment } from '../i18n/format.ts'
import { t } from '../i18n/translate.ts'

/** When a story is due, in words; null when it is not, or is out already. */
export function dueWords({ due, status }: Pick<StorySummary, 'due' | 'status'>, now: Date): string | null {
  if (due === null || status === 'published' || status === 'withdrawn') return null
  const moment = new Date(due)
  return t(moment < now ? 'desk.overdue' : 'desk.due', { time: formatListMoment(moment, now) })
}
