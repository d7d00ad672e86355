import { severities } from '../../../storage/checks/finding.ts'
import { useDesk } from '../../app/use-desk.ts'
import type { StorySession } from '../../editor/session.ts'
import { formatNumber } from '../../i18n/format.ts'
import { t } from '../../i18n/translate.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Flag } from '../../ui/Flag.tsx'
import { useStore } from '../../ui/store.ts'
import { FindingRow } from './FindingRow.tsx'

const names = { error: 'checks.blocking', warning: 'checks.warnings', hint: 'checks.notes' } as const

/** Every finding of the checks by severity, each with what can be done about it. */
export function ChecksTab({ session }: { session: StorySession }) {
  const desk = useDesk()
  const checked = useStore(desk.checks.checked)
  if (checked === null) return <EmptyState title={t('checks.waiting')} />
  const { findings, passed } = checked
  if (findings.length === 0) return <EmptyState title={t('checks.passed', { count: passed })} />
  return (
    <>
      {severities.map((severity) => {
        const group = findings.filter((finding) => finding.severity === severity)
        if (group.length === 0) return null
        return (
          <section className="finding-group" key={severity}>
            <h2>
              {t(names[severity])} <span>{formatNumber(group.length)}</span>
            </h2>
            <ul>
              {group.map((finding, index) => (
                <FindingRow key={`${finding.rule}-${index}`} finding={finding} session={session} />
              ))}
            </ul>
          </section>
        )
      })}
      <p className="checks-passed">
        <Flag tone="ok">{t('checks.rulesPassed', { count: passed })}</Flag>
      </p>
    </>
  )
}
