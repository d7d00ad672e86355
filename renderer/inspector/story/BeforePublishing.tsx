import { useDesk } from '../../app/use-desk.ts'
import type { StorySession } from '../../editor/session.ts'
import { t } from '../../i18n/translate.ts'
import { Button } from '../../ui/Button.tsx'
import { useStore } from '../../ui/store.ts'
import { FindingRow } from '../checks/FindingRow.tsx'
import { Section } from '../Section.tsx'

const most = 3

/** The first findings of the checks, the rest behind a link. */
export function BeforePublishing({ session }: { session: StorySession }) {
  const desk = useDesk()
  const checked = useStore(desk.checks.checked)
  if (checked === null) return null
  const { findings, passed } = checked
  return (
    <Section
      title={t('checks.before')}
      act={
        findings.length > 0 && (
          <Button look="link" size="xs" onPress={() => desk.window.showTab('checks')}>
            {t('checks.all', { count: findings.length })}
          </Button>
        )
      }
    >
      {findings.length === 0 ? (
        <p className="muted before-publishing__none">{t('checks.passed', { count: passed })}</p>
      ) : (
        <ul>
          {findings.slice(0, most).map((finding, index) => (
            <FindingRow key={`${finding.rule}-${index}`} finding={finding} session={session} />
          ))}
        </ul>
      )}
    </Section>
  )
}
