import type { ActedOnMany } from '../../electron/ipc/contract/many.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import type { RecordChange } from '../../storage/model/record-change.ts'
import type { StoryStatus } from '../../storage/model/status.ts'
import { t } from '../i18n/translate.ts'

export const statusNames = {
  draft: 'status.draft',
  in_edit: 'status.inEdit',
  ready: 'status.readyStory',
  published: 'status.published',
  withdrawn: 'status.killed',
} as const satisfies Readonly<Record<StoryStatus, string>>

const mostKeywords = 20
const longestKeyword = 200

/** The keywords of a line in which commas of any script part them, each once. */
export function keywordsIn(line: string): string[] {
  const keywords = line.split(/[,،、，;]/u).map((keyword) => keyword.trim().slice(0, longestKeyword))
  return [...new Set(keywords)].filter((keyword) => keyword !== '').slice(0, mostKeywords)
}

/** How many stories are called by their names. */
const mostNamed = 3

/** What an act on many stories has changed. */
export function changedWords(change: RecordChange, { changed, refused, left }: ActedOnMany): string {
  const count = changed.length
  if (left > 0) return t('acts.isStopped', { count, left })
  if (count === 0 && refused.length === 0) return t('acts.nothingToChange')
  switch (change.field) {
    case 'status':
      return t('acts.isStatus', { count, status: t(statusNames[change.status]) })
    case 'desk':
      return change.desk === '' ? t('acts.isNoDesk', { count }) : t('acts.isDesk', { count, desk: change.desk })
    case 'keywords':
      return t('acts.isTagged', { count, keywords: change.add.join(', ') })
  }
}

/** Which stories were left as they are, and why; null when none was. */
export function refusedWords({ refused }: ActedOnMany, slugOf: (id: StoryId) => string | null): string | null {
  if (refused.length === 0) return null
  return refused
    .map(({ message, ids }) => {
      const known = ids.flatMap((id) => slugOf(id) ?? []).slice(0, mostNamed)
      const more = ids.length - known.length
      const names =
        known.length === 0
          ? t('desk.count', { count: ids.length })
          : more > 0
            ? t('acts.andMore', { names: known.join(', '), count: more })
            : known.join(', ')
      return t('acts.refused', { names, count: ids.length, message })
    })
    .join(' ')
}
