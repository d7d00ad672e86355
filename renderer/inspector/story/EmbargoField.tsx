import { t } from '../../i18n/translate.ts'
import { RecordMoment } from './RecordMoment.tsx'

/** Until when the story may not go out. `value` is an instant in UTC. */
export function EmbargoField(props: { value: string | null; onChange: (instant: string | null) => void }) {
  const words = {
    label: t('record.embargo'),
    until: t('record.embargoUntil'),
    set: t('record.setEmbargo'),
    remove: t('record.removeEmbargo'),
    past: t('record.embargoPast'),
  }
  return <RecordMoment field="embargo" words={words} value={props.value} onChange={props.onChange} />
}
