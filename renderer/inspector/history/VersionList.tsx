import { useEffect, useId, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { formatDay, isSameDay } from '../../i18n/format.ts'
import { t } from '../../i18n/translate.ts'
import { byDay } from './history-rows.ts'
import type { HistoryRow } from './history-rows.ts'
import { rowWords } from './row-words.ts'
import type { NowFacts } from './row-words.ts'
import { VersionNode } from './VersionNode.tsx'
import './version-list.css'

/**
 * The versions of a story, newest first, day by day: a listbox of one tab stop. `onKey` sees keys first and answers
 * true when it used one.
 */
export function VersionList(props: {
  label: string
  rows: readonly HistoryRow[]
  now: NowFacts | null
  /** The row that the arrow keys are on. */
  cursor: string
  onCursor: (id: string) => void
  /** Which rows are drawn and read as chosen. */
  isChosen: (row: HistoryRow) => boolean
  /** Said beside the title of a row, such as "From". */
  badge?: (row: HistoryRow) => ReactNode
  onOpen?: (row: HistoryRow) => void
  onKey: (event: KeyboardEvent<HTMLDivElement>, row: HistoryRow) => boolean
  isMultiple?: boolean
}) {
  const { rows, cursor, onCursor } = props
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const at = Math.max(
    0,
    rows.findIndex((row) => row.id === cursor),
  )
  const optionId = (row: HistoryRow): string => `${id}-${row.id.replaceAll(' ', '-')}`
  const current = rows[at]
  useEffect(() => {
    if (document.activeElement !== box.current) return
    box.current?.querySelector('[data-cursor]')?.scrollIntoView({ block: 'nearest' })
  }, [cursor])
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (current !== undefined && props.onKey(event, current)) {
      event.preventDefault()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const targets: Record<string, number> = {
      ArrowDown: at + 1,
      j: at + 1,
      ArrowUp: at - 1,
      k: at - 1,
      PageDown: at + 6,
      PageUp: at - 6,
      Home: 0,
      End: rows.length - 1,
    }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    const next = rows[Math.min(rows.length - 1, Math.max(0, target))]
    if (next !== undefined) onCursor(next.id)
  }
  return (
    <div
      ref={box}
      className="version-list"
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-multiselectable={props.isMultiple}
      aria-activedescendant={current === undefined ? undefined : optionId(current)}
      onKeyDown={onKeyDown}
    >
      {byDay(rows, isSameDay).map((day) => (
        <div key={day.at ?? 'now'} role="group" aria-label={dayName(day.at)} className="version-list__day">
          {day.at !== null && (
            <div className="version-list__heading" role="presentation">
              {dayName(day.at)}
            </div>
          )}
          {day.rows.map((row) => {
            const words = rowWords(row, props.now)
            return (
              <div
                key={row.id}
                id={optionId(row)}
                role="option"
                aria-selected={props.isChosen(row)}
                className="version-row"
                data-cursor={row === current ? true : undefined}
                onClick={() => {
                  onCursor(row.id)
                  props.onOpen?.(row)
                }}
              >
                <span className="visually-hidden">{words.spoken}</span>
                <VersionNode row={row} />
                <div className="version-row__words" aria-hidden>
                  <div className="version-row__head">
                    <span>
                      <b>{words.title}</b>
                      {props.badge?.(row)}
                    </span>
                    <span className="version-row__time">{words.time}</span>
                  </div>
                  <p dir="auto">{words.reason}</p>
                  {words.note !== '' && (
                    <p dir="auto" className="version-row__note">
                      {words.note}
                    </p>
                  )}
                  {(words.by !== '' || words.counts !== '') && (
                    <div className="version-row__meta">
                      <bdi className="clip">{words.by}</bdi>
                      <span className="numeric" dir="ltr">
                        {words.counts}
                      </span>
                    </div>
                  )}
                </div>
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}

function dayName(at: string | null): string {
  if (at === null) return t('history.now')
  const day = new Date(at)
  const today = new Date()
  if (isSameDay(day, today)) return t('history.today')
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1)
  return isSameDay(day, yesterday) ? t('history.yesterday') : formatDay(day)
}
