import type { RecordDifference } from '../../storage/language/record-differences.ts'
import { t } from '../i18n/translate.ts'
import type { MessageKey } from '../i18n/catalogue.ts'
import { formatMoment, languageName } from '../i18n/format.ts'

const names: Readonly<Record<string, MessageKey>> = {
  language: 'compare.field.language',
  slug: 'compare.field.slug',
  desk: 'compare.field.desk',
  status: 'compare.field.status',
  urgency: 'compare.field.urgency',
  genre: 'compare.field.genre',
  versionLine: 'compare.field.versionLine',
  byline: 'compare.field.byline',
  dateline: 'compare.field.dateline',
  editor: 'compare.field.editor',
  secondReader: 'compare.field.secondReader',
  subjects: 'compare.field.subjects',
  keywords: 'compare.field.keywords',
  editorsNote: 'compare.field.editorsNote',
  embargo: 'compare.field.embargo',
  sources: 'compare.field.sources',
  publications: 'compare.field.publications',
}

const statuses: Readonly<Record<string, MessageKey>> = {
  draft: 'status.draft',
  in_edit: 'status.inEdit',
  ready: 'status.readyStory',
  published: 'status.published',
  withdrawn: 'status.killed',
}

const photoFields: Readonly<Record<string, MessageKey>> = {
  media: 'compare.photo.media',
  alt: 'compare.photo.alt',
  credit: 'compare.photo.credit',
  decorative: 'compare.photo.decorative',
  layout: 'compare.photo.layout',
}

/** From this length on, what a field says is not repeated. */
const short = 40

/** What differs beside the text, a phrase for each field; of the photos how many differ in what. */
export function recordWords(differences: readonly RecordDifference[]): string[] {
  const phrases: string[] = []
  const photos = new Map<string, number>()
  for (const difference of differences) {
    const field = /^photo\.\d+\.(\w+)$/.exec(difference.field)?.[1]
    if (field === undefined) phrases.push(phraseOf(difference))
    else photos.set(field, (photos.get(field) ?? 0) + 1)
  }
  for (const [field, count] of photos) {
    const key = photoFields[field]
    if (key !== undefined) phrases.push(t(key, { count }))
  }
  return phrases
}

function phraseOf({ field, from, to }: RecordDifference): string {
  const key = names[field]
  const name = key === undefined ? field : t(key)
  const [older, newer] = [valueOf(field, from), valueOf(field, to)]
  if (field === 'publications' || Math.max(older.length, newer.length) > short)
    return t('compare.fieldChanged', { name })
  if (older === '') return t('compare.fieldAdded', { name, to: newer })
  return newer === '' ? t('compare.fieldRemoved', { name }) : t('compare.fieldFromTo', { name, from: older, to: newer })
}

function valueOf(field: string, value: string): string {
  if (value === '') return ''
  if (field === 'status') {
    const key = statuses[value]
    return key === undefined ? value : t(key)
  }
  if (field === 'language') return languageName(value)
  return field === 'embargo' ? formatMoment(new Date(value)) : value
}
