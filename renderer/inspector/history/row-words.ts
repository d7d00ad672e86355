import { formatTime } from '../../i18n/format.ts'
import { t } from '../../i18n/translate.ts'
import type { HistoryRow } from './history-rows.ts'
import { publicationWords, shortCounts, spokenCounts, versionReason } from './version-words.ts'

/** What is known of the text as it stands now. */
export interface NowFacts {
  /** The number it would be kept under; that of the newest version when nothing changed since. */
  readonly number: number
  readonly isSame: boolean
  readonly added: number
  readonly removed: number
  readonly by: string
}

/** A row of the history in words. */
export interface RowWords {
  readonly title: string
  readonly time: string
  readonly reason: string
  /** What was said of a publication. */
  readonly note: string
  readonly by: string
  readonly counts: string
  readonly spoken: string
}

/** The words of a row; `now` is null while it is being worked out. */
export function rowWords(row: HistoryRow, now: NowFacts | null): RowWords {
  if (row.kind === 'now') return nowWords(now)
  const time = formatTime(new Date(row.at))
  if (row.kind === 'publication') {
    const { publication } = row
    const reason = publicationWords(publication)
    const title = t('history.reason.publication')
    const spoken = [title, time, reason, publication.note].filter((part) => part !== '').join(', ')
    return { title, time, reason, note: publication.note, by: '', counts: '', spoken }
  }
  const { version, publication } = row
  const by = version.by === '' ? t('history.nobody') : version.by
  const title = t('history.version', { version: version.number })
  const reason = versionReason(version, publication)
  const counts = spokenCounts(version.wordsAdded, version.wordsRemoved)
  return {
    title,
    time,
    reason,
    note: publication?.note ?? '',
    by,
    counts: shortCounts(version.wordsAdded, version.wordsRemoved),
    spoken: t('history.row', { title, time, reason, by, counts }),
  }
}

function nowWords(now: NowFacts | null): RowWords {
  const empty = { time: '', note: '', counts: '' }
  if (now === null) {
    const title = t('history.now')
    return { ...empty, title, reason: t('history.nowWords'), by: '', spoken: title }
  }
  const { number, isSame, added, removed, by } = now
  const title = isSame ? t('history.now') : t('history.version', { version: number })
  const reason = isSame ? t('history.nowSame', { version: number }) : t('history.nowWords')
  const counts = isSame ? '' : shortCounts(added, removed)
  const spoken = t('history.nowRow', { title, reason, counts: spokenCounts(added, removed) })
  return { ...empty, title, reason, by, counts, spoken }
}
