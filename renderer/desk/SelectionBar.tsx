import { Building2, CircleDot, Send, Tag, Trash2, X } from 'lucide-react'
import { useRef } from 'react'
import { useDesk } from '../app/use-desk.ts'
import { formatNumber } from '../i18n/format.ts'
import { t } from '../i18n/translate.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Progress } from '../ui/Progress.tsx'
import { useStore } from '../ui/store.ts'
import type { ActMenu } from './story-acts.ts'
import './selection-bar.css'

/** How many stories are chosen and what can be done with them; while that is done, how far it has come. */
export function SelectionBar() {
  const desk = useDesk()
  const { acts } = desk
  const { ids } = useStore(desk.selection.state)
  const underWay = useStore(acts.underWay)
  const bar = useRef<HTMLDivElement>(null)
  const open = (offers: ActMenu['offers']): void => {
    const button = bar.current?.querySelector(`[data-offers="${offers}"]`)?.getBoundingClientRect()
    if (button !== undefined) acts.menu.set({ offers, ids: [...ids], at: { x: button.left, y: button.bottom + 2 } })
  }
  /** The bar goes away with the selection: the focus goes to the list, where it came from. */
  const clear = (): void => {
    bar.current?.closest('[data-pane]')?.querySelector<HTMLElement>('[role="listbox"]')?.focus()
    desk.selection.clear()
  }
  if (underWay !== null) {
    const { done, total } = underWay
    return (
      <div className="selection-bar" role="group" aria-label={t('acts.underWay')}>
        <span className="clip">{t('acts.progress', { done: formatNumber(done), total: formatNumber(total) })}</span>
        <Progress label={t('acts.underWay')} value={done / total} />
        <IconButton
          icon={X}
          size={14}
          label={t('command.stopActing')}
          shortcut={desk.commands.shortcut('stop-acting')}
          onPress={() => void acts.stop()}
        />
      </div>
    )
  }
  return (
    <div
      className="selection-bar"
      role="group"
      aria-label={t('acts.group')}
      ref={bar}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        clear()
      }}
    >
      <span className="grow clip" role="status">
        {t('acts.selected', { count: ids.size })}
      </span>
      <span data-offers="status">
        <IconButton
          icon={CircleDot}
          size={14}
          label={t('acts.status')}
          shortcut="S"
          aria-haspopup="menu"
          onPress={() => open('status')}
        />
      </span>
      <span data-offers="desk">
        <IconButton
          icon={Building2}
          size={14}
          label={t('acts.desk')}
          aria-haspopup="menu"
          onPress={() => open('desk')}
        />
      </span>
      <IconButton icon={Tag} size={14} label={t('acts.tag')} onPress={() => acts.tagging.set([...ids])} />
      <IconButton icon={Send} size={14} label={t('acts.publish')} onPress={() => void acts.publish([...ids])} />
      <IconButton
        icon={Trash2}
        size={14}
        label={t('acts.trash')}
        shortcut="Del"
        onPress={() => void acts.trash([...ids])}
      />
      <IconButton icon={X} size={14} label={t('command.clearSelection')} shortcut="esc" onPress={clear} />
    </div>
  )
}
