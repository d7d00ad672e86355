import { useMemo, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useDesk } from '../app/use-desk.ts'
import { useSnapshot } from '../app/use-story.ts'
import type { StorySession } from '../editor/session.ts'
import { t } from '../i18n/translate.ts'
import { historyRows } from '../inspector/history/history-rows.ts'
import type { HistoryFilter, HistoryRow } from '../inspector/history/history-rows.ts'
import type { NowFacts } from '../inspector/history/row-words.ts'
import { restoreVersion } from '../inspector/history/restore-version.ts'
import { VersionList } from '../inspector/history/VersionList.tsx'
import { VersionsHead } from '../inspector/history/VersionsHead.tsx'
import { useStore } from '../ui/store.ts'
import type { Side } from './compare-desk.ts'

/** Every version, the two that are compared marked. Pressing one compares it; F and T choose the side. */
export function VersionsPane(props: {
  session: StorySession
  sides: { readonly from: Side; readonly to: Side } | null
  now: NowFacts | null
}) {
  const { session, sides } = props
  const desk = useDesk()
  const { versions } = useStore(desk.versions.state)
  const publications = useSnapshot(session, (snapshot) => snapshot.record.publications)
  const [filter, setFilter] = useState<HistoryFilter>('all')
  const [cursor, setCursor] = useState<string | null>(null)
  const rows = useMemo(
    () => historyRows(versions, publications, filter).filter((row) => row.kind !== 'publication'),
    [versions, publications, filter],
  )
  const choose = (row: HistoryRow, side?: 'from' | 'to'): void => {
    const version = sideOf(row)
    if (version === null || sides === null) return
    desk.compare.choose(side ?? nearerSide(version, sides), version)
  }
  const onKey = (event: KeyboardEvent, row: HistoryRow): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false
    const key = event.key.toLowerCase()
    if (event.key === 'Enter') choose(row)
    else if (key === 'f') choose(row, 'from')
    else if (key === 't') choose(row, 'to')
    else if (key === 'r' && row.kind === 'version') {
      desk.compare.close()
      void restoreVersion(desk, row.version.number)
    } else return false
    return true
  }
  return (
    <>
      <div className="compare__head">
        <VersionsHead filter={filter} onFilter={setFilter} />
      </div>
      <VersionList
        label={t('history.title')}
        rows={rows}
        now={props.now}
        cursor={cursor ?? idOf(sides?.from ?? 'now')}
        onCursor={setCursor}
        isChosen={(row) => sides !== null && [sides.from, sides.to].includes(sideOf(row) ?? -1)}
        badge={(row) => {
          const side = sideOf(row)
          if (sides === null || (side !== sides.from && side !== sides.to)) return null
          return <span className="version-row__badge">{t(side === sides.from ? 'compare.from' : 'compare.to')}</span>
        }}
        onOpen={choose}
        onKey={onKey}
        isMultiple
      />
    </>
  )
}

function sideOf(row: HistoryRow): Side | null {
  if (row.kind === 'now') return 'now'
  return row.kind === 'version' ? row.version.number : null
}

function idOf(side: Side): string {
  return side === 'now' ? 'now' : `version ${side}`
}

/** A version newer than both becomes the newer side, any other the older. */
function nearerSide(version: Side, { to }: { readonly to: Side }): 'from' | 'to' {
  if (version === 'now') return 'to'
  return to !== 'now' && version > to ? 'to' : 'from'
}
