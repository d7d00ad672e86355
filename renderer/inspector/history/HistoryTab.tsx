import { useEffect, useMemo, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useDesk } from '../../app/use-desk.ts'
import { useSnapshot } from '../../app/use-story.ts'
import type { StorySession } from '../../editor/session.ts'
import { t } from '../../i18n/translate.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useStore } from '../../ui/store.ts'
import { HistoryActs } from './HistoryActs.tsx'
import { historyRows } from './history-rows.ts'
import type { HistoryFilter, HistoryRow } from './history-rows.ts'
import { restoreVersion } from './restore-version.ts'
import { useNowFacts } from './use-now-facts.ts'
import { VersionList } from './VersionList.tsx'
import { VersionsHead } from './VersionsHead.tsx'
import './history-tab.css'

/** The versions of the story, what was published of it among them, newest first; and what can be done with one. */
export function HistoryTab({ session }: { session: StorySession }) {
  const desk = useDesk()
  const { versions, phase } = useStore(desk.versions.state)
  const publications = useSnapshot(session, (snapshot) => snapshot.record.publications)
  const now = useNowFacts(session)
  const [filter, setFilter] = useState<HistoryFilter>('all')
  const [cursor, setCursor] = useState('now')
  const rows = useMemo(() => historyRows(versions, publications, filter), [versions, publications, filter])
  useEffect(() => {
    void desk.versions.load()
  }, [desk, session])
  const chosen = rows.find((row) => row.id === cursor) ?? rows[0]
  const compare = (row: HistoryRow, isWithBefore: boolean): void => {
    if (row.kind !== 'version') return
    const older = versions[versions.indexOf(row.version) + 1]
    if (!isWithBefore) desk.compare.open(row.version.number, 'now')
    else if (older !== undefined) desk.compare.open(older.number, row.version.number)
  }
  const onKey = (event: KeyboardEvent, row: HistoryRow): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false
    const key = event.key.toLowerCase()
    if (event.key === 'Enter') compare(row, event.shiftKey)
    else if (key === 'n') desk.commands.run('name-version')
    else if (key === 'r' && row.kind === 'version') void restoreVersion(desk, row.version.number)
    else return false
    return true
  }
  if (phase === 'failed') {
    return (
      <EmptyState
        title={t('history.failed')}
        act={<Button onPress={() => void desk.versions.load()}>{t('sheet.tryAgain')}</Button>}
      />
    )
  }
  if (versions.length + publications.length === 0) {
    if (phase !== 'ready') return null
    return (
      <EmptyState
        title={t('history.empty')}
        act={
          <Button
            size="sm"
            shortcut={desk.commands.shortcut('name-version')}
            onPress={() => desk.commands.run('name-version')}
          >
            {t('history.emptyAct')}
          </Button>
        }
      />
    )
  }
  return (
    <div className="history">
      <div className="history__head">
        <VersionsHead filter={filter} onFilter={setFilter} />
      </div>
      <VersionList
        label={t('history.title')}
        rows={rows}
        now={now}
        cursor={chosen?.id ?? 'now'}
        onCursor={setCursor}
        isChosen={(row) => row === chosen}
        onKey={onKey}
      />
      {rows.length === 1 && <p className="history__none">{t('history.noneNamed')}</p>}
      {chosen !== undefined && <HistoryActs row={chosen} versions={versions} onCompare={compare} />}
    </div>
  )
}
