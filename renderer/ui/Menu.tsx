import { Check, ChevronRight } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'
import { Menu as List, MenuItem as Item, MenuTrigger, Popover, SubmenuTrigger } from 'react-aria-components'
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
  /** Present where one of several is in force: whether it is this one. */
  readonly isOn?: boolean
  /** What opens beside it in place of an act of its own. */
  readonly entries?: readonly MenuEntry[]
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
        <Entries label={props.label} entries={props.entries} />
      </Popover>
    </MenuTrigger>
  )
}

/** The entries of a menu, some of which may open further ones. */
export function Entries({
  label,
  entries,
  takesFocus,
  onDone,
}: {
  label: string
  entries: readonly MenuEntry[]
  /** Takes the focus by itself, where no button opens it. */
  takesFocus?: boolean
  /** Called once one of them, or of those beside them, was chosen. */
  onDone?: () => void
}) {
  return (
    <List
      className="menu__list"
      aria-label={label}
      {...(takesFocus === true && { autoFocus: 'first' })}
      disabledKeys={entries.filter((entry) => entry.isDisabled === true).map((entry) => entry.id)}
      onAction={(id) => {
        entries.find((entry) => entry.id === id)?.run()
        onDone?.()
      }}
    >
      {entries.map((entry) =>
        entry.entries === undefined || entry.isDisabled === true ? (
          <Entry key={entry.id} entry={entry} />
        ) : (
          <SubmenuTrigger key={entry.id}>
            <Entry entry={entry} />
            <Popover className="menu" offset={-2} crossOffset={-4}>
              <Entries label={entry.words} entries={entry.entries} {...(onDone && { onDone })} />
            </Popover>
          </SubmenuTrigger>
        ),
      )}
    </List>
  )
}

function Entry({ entry }: { entry: MenuEntry }) {
  return (
    <Item id={entry.id} textValue={entry.words} className="menu__item">
      {entry.icon !== undefined && <Icon of={entry.icon} size={14} />}
      <span className="grow">{entry.words}</span>
      {entry.note !== undefined && <span className="menu__note">{entry.note}</span>}
      {entry.shortcut !== undefined && <Key>{entry.shortcut}</Key>}
      {entry.isOn === true && <Icon of={Check} size={14} />}
      {entry.entries !== undefined && <Icon of={ChevronRight} size={14} />}
    </Item>
  )
}
