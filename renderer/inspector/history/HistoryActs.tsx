import { Bookmark, GitCompareArrows, Undo2 } from 'lucide-react'
import type { StoryVersion } from '../../../storage/model/version.ts'
import { useDesk } from '../../app/use-desk.ts'
import { t } from '../../i18n/translate.ts'
import { Button } from '../../ui/Button.tsx'
import type { HistoryRow } from './history-rows.ts'
import { restoreVersion } from './restore-version.ts'

/** What can be done with the version that is chosen, each with the key that does it in the list. */
export function HistoryActs(props: {
  row: HistoryRow
  versions: readonly StoryVersion[]
  onCompare: (row: HistoryRow, isWithBefore: boolean) => void
}) {
  const desk = useDesk()
  const { row } = props
  if (row.kind === 'publication') return null
  if (row.kind === 'now') {
    return (
      <div className="history__acts" role="group" aria-label={t('history.acts')}>
        <Button size="sm" icon={Bookmark} shortcut="N" onPress={() => desk.commands.run('name-version')}>
          {t('history.name')}
        </Button>
      </div>
    )
  }
  const { version } = row
  const older = props.versions[props.versions.indexOf(version) + 1]
  return (
    <div className="history__acts" role="group" aria-label={t('history.acts')}>
      <Button size="sm" icon={GitCompareArrows} shortcut="↵" onPress={() => props.onCompare(row, false)}>
        {t('history.compareNow')}
      </Button>
      <Button size="sm" icon={Undo2} shortcut="R" onPress={() => void restoreVersion(desk, version.number)}>
        {t('history.restore')}
      </Button>
      {older !== undefined && (
        <Button look="ghost" size="sm" shortcut="⇧↵" onPress={() => props.onCompare(row, true)}>
          {t('history.compareBefore', { version: older.number })}
        </Button>
      )}
    </div>
  )
}
