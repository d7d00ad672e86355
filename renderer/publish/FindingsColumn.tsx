import { RotateCw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { severities } from '../../storage/checks/finding.ts'
import type { Finding } from '../../storage/checks/finding.ts'
import { countFindings } from '../app/live-checks.ts'
import { useDesk } from '../app/use-desk.ts'
import type { StorySession } from '../editor/session.ts'
import { formatNumber } from '../i18n/format.ts'
import { t } from '../i18n/translate.ts'
import { fixFinding } from '../inspector/checks/fix-finding.ts'
import { goToPlace } from '../inspector/checks/go-to-place.ts'
import { toneOf } from '../inspector/checks/tone.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Flag, SeverityIcon } from '../ui/Flag.tsx'
import { useStore } from '../ui/store.ts'

const groupNames = { error: 'checks.blocking', warning: 'checks.warnings', hint: 'checks.notes' } as const
const groupNotes = { error: 'publish.mustFix', warning: 'publish.shouldFix', hint: null } as const

/** The findings of the checks by severity. Arrow keys move among them, F fixes, Enter goes there. */
export function FindingsColumn({ session, onLeave }: { session: StorySession; onLeave: () => void }) {
  const desk = useDesk()
  const checked = useStore(desk.checks.checked)
  const [cursor, setCursor] = useState(0)
  const column = useRef<HTMLDivElement>(null)
  const hasFindings = checked !== null && checked.findings.length > 0
  useEffect(() => {
    // The sheet opens on what is to be looked at. Only then: a finding that goes away must not take the focus along.
    if (hasFindings && column.current?.closest('[role="dialog"]')?.contains(document.activeElement) !== true)
      column.current?.querySelector<HTMLElement>('.publish-finding')?.focus()
  }, [hasFindings])
  if (checked === null) return <EmptyState title={t('checks.waiting')} />
  const counts = countFindings(checked.findings)
  const ordered = severities.flatMap((severity) => checked.findings.filter((finding) => finding.severity === severity))
  const at = Math.min(cursor, ordered.length - 1)

  const goTo = (finding: Finding): void => {
    onLeave()
    // The sheet gives the focus back when it closes; the finding takes it after that.
    setTimeout(() => goToPlace(desk, session, finding.where), 50)
  }
  const moveTo = (index: number): void => {
    const next = Math.min(ordered.length - 1, Math.max(0, index))
    setCursor(next)
    column.current?.querySelectorAll<HTMLElement>('.publish-finding')[next]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const finding = ordered[at]
    const isOnRow = event.target instanceof HTMLElement && event.target.classList.contains('publish-finding')
    if (event.key === 'ArrowDown') moveTo(at + (isOnRow ? 1 : 0))
    else if (event.key === 'ArrowUp') moveTo(at - 1)
    else if (!isOnRow || finding === undefined) return
    else if (event.key.toLowerCase() === 'f' && !event.ctrlKey && !event.metaKey) fixFinding(desk, session, finding)
    else if (event.key === 'Enter') goTo(finding)
    else return
    event.preventDefault()
  }
  return (
    <div
      className="publish-findings"
      ref={column}
      onKeyDown={onKeyDown}
      role="region"
      aria-label={t('publish.findings')}
    >
      <div className="publish-findings__sums">
        {counts.error > 0 && <Flag tone="stop">{t('count.blocking', { count: counts.error })}</Flag>}
        {counts.warning > 0 && <Flag tone="warn">{t('count.warnings', { count: counts.warning })}</Flag>}
        {counts.hint > 0 && <Flag tone="info">{t('count.notes', { count: counts.hint })}</Flag>}
        <Flag tone="ok">{t('checks.rulesPassed', { count: checked.passed })}</Flag>
        <span className="grow" />
        <Button look="ghost" size="xs" icon={RotateCw} onPress={() => desk.checks.run()}>
          {t('publish.checkAgain')}
        </Button>
      </div>
      {severities.map((severity) => {
        const group = ordered.filter((finding) => finding.severity === severity)
        const note = groupNotes[severity]
        if (group.length === 0) return null
        return (
          <section key={severity}>
            <h3 className="publish-findings__group">
              <span>{t(groupNames[severity])}</span>
              <span className="publish-findings__count">{formatNumber(group.length)}</span>
              {note !== null && <span className="publish-findings__note">{t(note)}</span>}
            </h3>
            <ul>
              {group.map((finding) => {
                const index = ordered.indexOf(finding)
                return (
                  <FindingLine
                    key={`${finding.rule}-${index}`}
                    finding={finding}
                    isCursor={index === at}
                    onFocus={() => setCursor(index)}
                    onFix={() => fixFinding(desk, session, finding)}
                    onGoTo={() => goTo(finding)}
                  />
                )
              })}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function FindingLine(props: {
  finding: Finding
  isCursor: boolean
  onFocus: () => void
  onFix: () => void
  onGoTo: () => void
}) {
  const { finding } = props
  const { fix, message } = finding
  return (
    <li
      className="publish-finding"
      tabIndex={props.isCursor ? 0 : -1}
      aria-current={props.isCursor ? true : undefined}
      onFocus={props.onFocus}
    >
      <SeverityIcon tone={toneOf(finding.severity)} size={16} />
      <div>
        <p className="publish-finding__title">{message}</p>
        <p className="publish-finding__place">{finding.where.place}</p>
      </div>
      <div className="publish-finding__acts">
        {fix !== null && (
          <Button size="xs" aria-label={t('checks.fixNamed', { label: fix.label, message })} onPress={props.onFix}>
            {fix.label}
          </Button>
        )}
        <Button
          look="ghost"
          size="xs"
          className="publish-finding__go"
          aria-label={t('checks.goToNamed', { message })}
          onPress={props.onGoTo}
        >
          {t('checks.goTo')}
        </Button>
      </div>
    </li>
  )
}
