import type { StoryVersion } from '../../storage/model/version.ts'
import { formatListMoment } from '../i18n/format.ts'
import { t } from '../i18n/translate.ts'
import type { NowFacts } from '../inspector/history/row-words.ts'
import type { Side } from './compare-desk.ts'

/** A side within a line: "version 9", "now". */
export function sideName(side: Side, now: NowFacts | null): string {
  if (side !== 'now') return t('compare.side.version', { version: side })
  return now === null || now.isSame ? t('compare.side.now') : t('compare.side.version', { version: now.number })
}

/** A side at the beginning of a line: "Version 9". */
export function sideTitle(side: Side): string {
  return side === 'now' ? t('history.now') : t('history.version', { version: side })
}

/** A side as the pickers show it: "Version 9, 11:05", "Version 14, now". */
export function sideLabel(side: Side, versions: readonly StoryVersion[], now: NowFacts | null): string {
  if (side === 'now') {
    return now === null || now.isSame ? t('history.now') : t('compare.side.nowAs', { version: now.number })
  }
  const version = versions.find(({ number }) => number === side)
  const title = sideTitle(side)
  if (version === undefined) return title
  return t('compare.side.at', { title, time: formatListMoment(new Date(version.at), new Date()) })
}
