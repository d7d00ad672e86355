import type { Finding } from '../../../storage/checks/finding.ts'
import { useDesk } from '../../app/use-desk.ts'
import type { StorySession } from '../../editor/session.ts'
import { t } from '../../i18n/translate.ts'
import { Button } from '../../ui/Button.tsx'
import { SeverityIcon } from '../../ui/Flag.tsx'
import { fixFinding } from './fix-finding.ts'
import { goToPlace } from './go-to-place.ts'
import { toneOf } from './tone.ts'
import './finding-row.css'

/** A finding, where it lies, and what can be done: the fix named by its result, or going there. */
export function FindingRow({ finding, session }: { finding: Finding; session: StorySession }) {
  const desk = useDesk()
  const { fix, message } = finding
  return (
    <li className="finding">
      <SeverityIcon tone={toneOf(finding.severity)} />
      <span className="finding__words">
        <span>{message}</span>
        <small>{finding.where.place}</small>
      </span>
      <span className="finding__acts">
        {fix !== null && (
          <Button
            look="outline"
            size="xs"
            aria-label={t('checks.fixNamed', { label: fix.label, message })}
            onPress={() => fixFinding(desk, session, finding)}
          >
            {fix.label}
          </Button>
        )}
        <Button
          look="link"
          size="xs"
          aria-label={t('checks.goToNamed', { message })}
          onPress={() => goToPlace(desk, session, finding.where)}
        >
          {t('checks.goTo')}
        </Button>
      </span>
    </li>
  )
}
