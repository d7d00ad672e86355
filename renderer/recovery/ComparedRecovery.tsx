import { useState } from 'react'
import { ComparedStory } from '../compare/ComparedStory.tsx'
import { t } from '../i18n/translate.ts'
import { useStore } from '../ui/store.ts'
import type { RecoveredStory } from './recovered-story.ts'
import './compared-recovery.css'

/** The last saved text against what was recovered, in place of the sheet. */
export function ComparedRecovery({ recovered }: { recovered: RecoveredStory }) {
  const comparison = useStore(recovered.comparison)
  const [current, choose] = useState<number | null>(null)
  if (comparison === null) return <div className="compared-recovery" />
  return (
    <div className="compared-recovery" role="group" aria-label={t('recovered.comparing')} tabIndex={0}>
      {comparison.added + comparison.removed === 0 && (
        <p className="compared-recovery__same">{t('recovered.sameWords')}</p>
      )}
      <ComparedStory
        comparison={comparison}
        language={recovered.session.snapshot().record.language}
        current={current}
        onChoose={choose}
      />
    </div>
  )
}
