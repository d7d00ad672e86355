import type { LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'
import { Menu as List, MenuItem as Item, MenuTrigger, Popover } from 'react-aria-components'
import { Icon } from './Icon.tsx'
import { Key } from './Key.tsx'
import './menu.css'

export interface MenuEntry {
  readonly id: string
  readonly words: string
  readonly icon?: LucideIcon
  readonly shortcut?: string | undefined
  readonly note?: string
  readonly isDisabled?: boolean
  readonly run: () => void
}

/** A button (its child) and the menu that it opens. */
export function Menu(props: {
  label: string
  entries: readonly MenuEntry[]
  children: ReactElement
  placement?: 'bottom start' | 'bottom end'
}) {
  return (
    <MenuTrigger>
      {props.children}
      <Popover className="menu" placement={props.placement ?? 'bottom end'} offset={4}>
        <List
          className="menu__list"
          aria-label={props.label}
          disabledKeys={props.entries.filter((entry) => entry.isDisabled === true).map((entry) => entry.id)}
          onAction={(id) => {
            props.entries.find((entry) => entry.id === id)?.run()
          }}
        >
          {props.entries.map((entry) => (
            <Item key={entry.id} id={entry.id} textValue={entry.words} className="menu__item">
              {entry.icon !== undefined && <Icon of={entry.icon} size={14} />}
              <span className="grow">{entry.words}</span>
              {entry.note !== undefined && <span className="menu__note">{entry.note}</span>}
              {entry.shortcut !== undefined && <Key>{entry.shortcut}</Key>}
            </Item>
          ))}
        </List>
      </Popover>
    </MenuTrigger>
  )
}
