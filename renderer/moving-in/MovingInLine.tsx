import { X } from 'lucide-react'
import { useDesk } from '../app/use-desk.ts'
import { formatNumber } from '../i18n/format.ts'
import { t } from '../i18n/translate.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Progress } from '../ui/Progress.tsx'
import { useStore } from '../ui/store.ts'
import './moving-in-line.css'

/** In the line at the foot: how far along a folder is that is being imported, and the button that stops it. */
export function MovingInLine() {
  const desk = useDesk()
  const state = useStore(desk.movingIn.underWay)
  if (state === null) return null
  const { done, total, name, refused } = state
  return (
    <span className="moving-in-line" role="group" aria-label={t('movingIn.group')}>
      <span>
        {done === 0
          ? t('movingIn.looking')
          : t('movingIn.progress', { done: formatNumber(done), total: formatNumber(total) })}
      </span>
      <Progress label={t('movingIn.group')} value={total === 0 ? 0 : done / total} />
      <bdi className="moving-in-line__name wide-only" title={name}>
        {name}
      </bdi>
      {refused > 0 && <span className="muted wide-only">{t('movingIn.refusedSoFar', { count: refused })}</span>}
      <IconButton
        icon={X}
        size={12}
        label={t('command.stopImport')}
        shortcut={desk.commands.shortcut('stop-import')}
        onPress={() => void desk.movingIn.stop()}
      />
    </span>
  )
}
