import { Search } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { LanguageCode } from '../../desk/LanguageCode.tsx'
import { t } from '../../i18n/translate.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Key } from '../../ui/Key.tsx'
import { KeyHints } from '../../ui/Popover.tsx'
import { useDesk, useOpenSession } from '../use-desk.ts'
import { paletteEntries } from './entries.ts'
import type { Entry } from './entries.ts'
import { useFoundStories } from './use-found-stories.ts'
import '../../ui/dialog.css'
import './palette.css'

/** Finds a command or a story by a few letters and runs or opens it. */
export function Palette({ onlyStories, onClose }: { onlyStories: boolean; onClose: () => void }) {
  return (
    <ModalOverlay
      className="scrim scrim--light palette-place"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className="palette">
        <Dialog className="palette__frame" aria-label={t('palette.name')}>
          <PaletteBody onlyStories={onlyStories} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function PaletteBody({ onlyStories, onClose }: { onlyStories: boolean; onClose: () => void }) {
  const desk = useDesk()
  const session = useOpenSession()
  const [query, setQuery] = useState('')
  const stories = useFoundStories(query)
  const [cursor, setCursor] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const groups = paletteEntries(query, onlyStories ? [] : desk.commands.all(), stories)
  const entries = groups.flatMap((group) => group.entries)
  const chosen = entries[Math.min(cursor, entries.length - 1)]

  const run = (entry: Entry): void => {
    onClose()
    // The focus goes back first, so that a command finds it where it was.
    requestAnimationFrame(() => {
      if ('command' in entry.act) entry.act.command.run()
      else void desk.sessions.open(entry.act.story)
    })
  }
  const moveTo = (index: number): void => {
    const next = (index + entries.length) % Math.max(1, entries.length)
    setCursor(next)
    list.current?.querySelectorAll('[role="option"]')[next]?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') moveTo(cursor + 1)
    else if (event.key === 'ArrowUp') moveTo(cursor - 1)
    else if (event.key === 'Enter' && chosen !== undefined) run(chosen)
    else return
    event.preventDefault()
  }

  return (
    <>
      <div className="palette__field">
        <Icon of={Search} size={18} />
        <input
          autoFocus
          className="palette__input"
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen === undefined ? undefined : `${id}-${chosen.id}`}
          aria-autocomplete="list"
          aria-label={t('palette.field')}
          placeholder={t(onlyStories ? 'palette.storyPlaceholder' : 'palette.placeholder')}
          dir="auto"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setCursor(0)
          }}
          onKeyDown={onKeyDown}
        />
        {session !== null && <span className="tag">{session.snapshot().record.slug}</span>}
      </div>
      <div className="palette__list" id={`${id}-list`} role="listbox" aria-label={t('palette.name')} ref={list}>
        {groups.map((group) => (
          <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
            <div className="palette__group" id={`${id}-${group.id}`} role="presentation">
              <span>{group.title}</span>
              {group.note !== null && <span>{group.note}</span>}
            </div>
            {group.entries.map((entry) => (
              <EntryRow
                key={entry.id}
                id={`${id}-${entry.id}`}
                entry={entry}
                isChosen={entry === chosen}
                onChoose={() => run(entry)}
              />
            ))}
          </div>
        ))}
      </div>
      {entries.length === 0 && (
        <p className="palette__none" role="status">
          {t('palette.none', { query })}
        </p>
      )}
      <KeyHints
        hints={[
          { shortcut: '↑ ↓', words: t('palette.choose') },
          { shortcut: '↵', words: t('palette.run') },
          { shortcut: desk.commands.shortcut('shortcuts') ?? '', words: t('palette.shortcuts') },
          { shortcut: 'esc', words: t('palette.close') },
        ]}
      />
    </>
  )
}

function EntryRow(props: { id: string; entry: Entry; isChosen: boolean; onChoose: () => void }) {
  const desk = useDesk()
  const { entry } = props
  const { words, found } = entry
  const shortcut = 'command' in entry.act ? desk.commands.shortcut(entry.act.command.id) : undefined
  return (
    <div className="palette__row" id={props.id} role="option" aria-selected={props.isChosen} onClick={props.onChoose}>
      <Icon of={entry.icon} size={16} />
      <span className="palette__words">
        <bdi lang={entry.language ?? undefined}>
          {found === null ? (
            words
          ) : (
            <>
              {words.slice(0, found.from)}
              <mark>{words.slice(found.from, found.to)}</mark>
              {words.slice(found.to)}
            </>
          )}
        </bdi>
        {entry.note !== null && <bdi className="palette__note">{entry.note}</bdi>}
      </span>
      {entry.language !== null && <LanguageCode tag={entry.language} />}
      {shortcut !== undefined && <Key>{shortcut}</Key>}
    </div>
  )
}
