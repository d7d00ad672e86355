import { formatNumber } from '../i18n/format.ts'
import { t } from '../i18n/translate.ts'
import { Chip } from '../ui/Chip.tsx'
import { rowStates } from '../../storage/model/row-state.ts'
import type { RowState } from '../../storage/model/row-state.ts'
import { stateNames } from './row-state.ts'
import './status-chips.css'

/** Lets one status through, or with Shift one more. Those that no story has are left out, but for the common ones. */
export function StatusChips(props: {
  counts: ReadonlyMap<RowState, number>
  total: number
  chosen: ReadonlySet<RowState>
  onChange: (chosen: ReadonlySet<RowState>) => void
}) {
  const press = (state: RowState, isAdding: boolean): void => {
    const others = isAdding ? [...props.chosen].filter((other) => other !== state) : []
    props.onChange(new Set(props.chosen.has(state) ? others : [...others, state]))
  }
  const shown = rowStates.filter(
    (state) =>
      (props.counts.get(state) ?? 0) > 0 ||
      props.chosen.has(state) ||
      ['draft', 'in_edit', 'ready', 'published'].includes(state),
  )
  return (
    <div className="status-chips" role="group" aria-label={t('desk.statuses')}>
      <Chip isOn={props.chosen.size === 0} count={formatNumber(props.total)} onPress={() => props.onChange(new Set())}>
        {t('desk.statusAll')}
      </Chip>
      {shown.map((state) => (
        <Chip
          key={state}
          isOn={props.chosen.has(state)}
          count={formatNumber(props.counts.get(state) ?? 0)}
          onPress={(event) => press(state, event.shiftKey)}
        >
          {t(stateNames[state])}
        </Chip>
      ))}
    </div>
  )
}
