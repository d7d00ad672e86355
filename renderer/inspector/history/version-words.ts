import type { Publication } from '../../../storage/model/record.ts'
import type { StoryVersion, VersionKind } from '../../../storage/model/version.ts'
import { formatNumber } from '../../i18n/format.ts'
import { t } from '../../i18n/translate.ts'

const reasons = {
  named: 'history.reason.named',
  status: 'history.reason.status',
  publication: 'history.reason.publication',
  before_import: 'history.reason.beforeImport',
  interval: 'history.reason.interval',
  restore: 'history.reason.restore',
  other_change: 'history.reason.otherChange',
} as const satisfies Record<VersionKind, string>

const publications = {
  first: 'history.first',
  update: 'history.update',
  correction: 'history.correction',
  kill: 'history.kill',
} as const satisfies Record<Publication['kind'], string>

/** The name of a version, or why it was kept. */
export function versionReason(version: StoryVersion, publication: Publication | null = null): string {
  if (version.name !== '') return version.name
  return publication === null ? t(reasons[version.kind]) : publicationWords(publication)
}

/** What a publication was, and under which number it went out. */
export function publicationWords({ kind, version }: Publication): string {
  return t('history.published', { kind: t(publications[kind]), version })
}

/** Words that came in and fell out, in short: `+22 −4`. */
export function shortCounts(added: number, removed: number): string {
  return `+${formatNumber(added)} −${formatNumber(removed)}`
}

/** The same, to be read aloud. */
export function spokenCounts(added: number, removed: number): string {
  return t('history.counts', { added, removed })
}
