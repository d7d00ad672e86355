import { LoaderCircle } from 'lucide-react'
import { formatNumber } from '../i18n/format.ts'
import { t } from '../i18n/translate.ts'
import { Icon } from '../ui/Icon.tsx'
import { useStore } from '../ui/store.ts'
import { useDesk } from './use-desk.ts'

/** How far the list is made anew, while it is. Read out when it is asked for, not each time that it changes. */
export function IndexingStatus() {
  const progress = useStore(useDesk().indexing)
  if (progress === null) return null
  const { done, total } = progress
  return (
    <span
      className="status-bar__item muted"
      role="progressbar"
      aria-label={t('status.indexingLabel')}
      aria-valuemin={0}
      aria-valuenow={done}
      aria-valuemax={total}
    >
      <Icon of={LoaderCircle} size={12} />
      {t('status.indexing', { done: formatNumber(done), total: formatNumber(total) })}
    </span>
  )
}
