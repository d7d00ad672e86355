import { useDesk } from '../app/use-desk.ts'
import { t } from '../i18n/translate.ts'
import { useNowFacts } from '../inspector/history/use-now-facts.ts'
import { useStore } from '../ui/store.ts'
import type { Comparing } from './compare-desk.ts'
import { sideName, sideTitle } from './side-words.ts'

/** The comparison in the line at the foot: how much differs, between what, and that nothing is typed here. */
export function CompareFacts({ comparing }: { comparing: Comparing }) {
  const desk = useDesk()
  const now = useNowFacts(comparing.session)
  useStore(desk.versions.state)
  const { sides, result } = comparing
  return (
    <>
      {result.state === 'compared' && <span>{t('compare.count', { count: result.changes.length })}</span>}
      {sides !== null && (
        <span>{t('compare.between', { from: sideTitle(sides.from), to: sideName(sides.to, now) })}</span>
      )}
      <span className="muted">{t('compare.readOnly')}</span>
    </>
  )
}
