import { t } from '../../i18n/translate.ts'
import { RecordMoment } from './RecordMoment.tsx'

/** When the desk expects the story. It may have passed: the story is overdue then. `value` is an instant in UTC. */
export function DueField(props: { value: string | null; onChange: (instant: string | null) => void }) {
  const words = {
    label: t('record.due'),
    until: t('record.dueAt'),
    set: t('record.setDue'),
    remove: t('record.removeDue'),
    past: null,
  }
  return <RecordMoment field="due" words={words} value={props.value} onChange={props.onChange} />
}
