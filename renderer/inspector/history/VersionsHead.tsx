import { t } from '../../i18n/translate.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import type { HistoryFilter } from './history-rows.ts'

/** The heading over a list of versions, and whether it shows all of them or those that bear a name. */
export function VersionsHead(props: { filter: HistoryFilter; onFilter: (filter: HistoryFilter) => void }) {
  return (
    <>
      <h2>{t('history.title')}</h2>
      <span className="grow" />
      <Segmented
        label={t('history.show')}
        value={props.filter}
        segments={[
          { value: 'all', words: t('history.all') },
          { value: 'named', words: t('history.named') },
        ]}
        onChange={props.onFilter}
      />
    </>
  )
}
