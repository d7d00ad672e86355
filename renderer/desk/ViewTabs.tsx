import { ChevronDown } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { formatNumber } from '../i18n/format.ts'
import { t } from '../i18n/translate.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu } from '../ui/Menu.tsx'
import type { MenuEntry } from '../ui/Menu.tsx'
import type { View } from './views.ts'
import './view-tabs.css'

const atOnce = 3

/** Saved searches: the first few as tabs, all of them in a menu. One that is chosen there takes the last place. */
export function ViewTabs(props: {
  views: readonly View[]
  value: string
  onChange: (id: string) => void
  /** What else stands in the menu: the searches that the editor has kept, and what can be done with them. */
  more: readonly MenuEntry[]
}) {
  const first = props.views.slice(0, atOnce)
  const chosen = props.views.find((view) => view.id === props.value)
  const tabs = chosen === undefined || first.includes(chosen) ? first : [...first.slice(0, atOnce - 1), chosen]
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl'
    const by = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key]
    const next = tabs[tabs.findIndex((tab) => tab.id === props.value) + (by ?? 0)]
    if (by === undefined || next === undefined) return
    event.preventDefault()
    props.onChange(next.id)
    event.currentTarget.querySelector<HTMLElement>(`[data-view="${CSS.escape(next.id)}"]`)?.focus()
  }
  return (
    <div className="view-tabs">
      <div className="view-tabs__list" role="tablist" aria-label={t('desk.views')} onKeyDown={onKeyDown}>
        {tabs.map((view) => (
          <button
            key={view.id}
            type="button"
            role="tab"
            className="view-tab"
            data-view={view.id}
            aria-selected={view.id === props.value}
            tabIndex={view.id === props.value ? 0 : -1}
            onClick={() => props.onChange(view.id)}
          >
            <bdi>{view.name}</bdi> <span className="view-tab__count">{formatNumber(view.count)}</span>
          </button>
        ))}
      </div>
      <span className="grow" />
      {props.views.length + props.more.length > 1 && (
        <Menu
          label={t('desk.allViews')}
          entries={[
            ...props.views.map((view) => ({
              id: view.id,
              words: view.name,
              note: formatNumber(view.count),
              run: () => props.onChange(view.id),
            })),
            ...props.more,
          ]}
        >
          <IconButton icon={ChevronDown} size={14} label={t('desk.allViews')} />
        </Menu>
      )}
    </div>
  )
}
