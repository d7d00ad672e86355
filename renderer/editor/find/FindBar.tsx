import { ArrowDown, ArrowUp, CaseSensitive, Regex, TextSelect, WholeWord, X } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { Command } from 'prosemirror-state'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { showBinding } from '../../app/keys/binding.ts'
import { t } from '../../i18n/translate.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { contextOf } from '../context.ts'
import type { StorySession } from '../session.ts'
import { useSession } from '../use-session.ts'
import { closeFind, findNext, findPrevious, lookFor, lookWithin, replaceAll, replaceHere } from './find-commands.ts'
import { finderOf } from './finder.ts'
import type { Finder } from './finder.ts'
import { searchQuery } from './search-for.ts'
import type { SearchFor } from './search-for.ts'
import './find-bar.css'

type Switch = 'isCaseSensitive' | 'isWholeWord' | 'isRegularExpression'

const switches: readonly {
  readonly name: Switch
  readonly icon: LucideIcon
  readonly words: 'find.case' | 'find.word' | 'find.regexp'
  readonly code: string
}[] = [
  { name: 'isCaseSensitive', icon: CaseSensitive, words: 'find.case', code: 'KeyC' },
  { name: 'isWholeWord', icon: WholeWord, words: 'find.word', code: 'KeyW' },
  { name: 'isRegularExpression', icon: Regex, words: 'find.regexp', code: 'KeyR' },
]
const withinCode = 'KeyL'

/** Finds and replaces words in the open story, under the tool strip. */
export function FindBar({ session }: { session: StorySession }) {
  const finder = useSession(session, (_snapshot, state) => finderOf(state))
  return finder.bar === 'closed' ? null : <OpenBar session={session} finder={finder} />
}

function OpenBar({ session, finder }: { session: StorySession; finder: Finder }) {
  const { view } = session
  const { isMac, notify } = contextOf(view.state)
  const words = useRef<HTMLInputElement>(null)
  const [isWithQuoted, setWithQuoted] = useState(false)
  const at = useSession(session, (_snapshot, state) => placeOf(finder, state.selection.from, state.selection.to))
  useEffect(() => {
    words.current?.focus()
    words.current?.select()
  }, [finder.asked])

  const run = (command: Command): void => {
    command(view.state, view.dispatch, view)
  }
  const change = (part: Partial<SearchFor>): void => run(lookFor({ ...finderOf(view.state).search, ...part }))
  const close = (): void => {
    run(closeFind)
    view.focus()
  }
  const flip = (name: Switch): void => change({ [name]: !finder.search[name] })
  const flipWithin = (): void => {
    const { from, to, empty } = view.state.selection
    run(lookWithin(finder.within !== null || empty ? null : { from, to }))
  }
  const replaceEvery = (): void => {
    const { count, left } = replaceAll(view, isWithQuoted)
    notify(t('find.replaced', { count, left }))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close()
    else if (event.key === 'F3') run(event.shiftKey ? findPrevious : findNext)
    else if (event.altKey && event.code === withinCode) flipWithin()
    else {
      const pressed = event.altKey ? switches.find(({ code }) => code === event.code) : undefined
      if (pressed === undefined) return
      flip(pressed.name)
    }
    event.preventDefault()
    event.stopPropagation()
  }
  const shown = (binding: string): string => showBinding(binding, isMac ? 'darwin' : 'linux')
  const isFaulty = finder.search.words !== '' && !searchQuery(finder.search).valid
  const hasMatches = finder.matches.length > 0
  return (
    <search className="find-bar" aria-label={t('find.bar')} onKeyDown={onKeyDown}>
      <div className="find-bar__row">
        <input
          ref={words}
          className="input find-bar__words"
          type="text"
          dir="auto"
          aria-label={t('find.words')}
          placeholder={t('find.words')}
          value={finder.search.words}
          {...(isFaulty ? { 'aria-invalid': true, 'data-tone': 'stop' } : {})}
          onChange={(event) => change({ words: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter') run(event.shiftKey ? findPrevious : findNext)
          }}
        />
        <span className="find-bar__count" role="status">
          {countWords(finder, at, isFaulty)}
        </span>
        {switches.map(({ name, icon, words: label, code }) => (
          <IconButton
            key={name}
            icon={icon}
            label={t(label)}
            shortcut={shown(`Alt+${code.slice(-1)}`)}
            isOn={finder.search[name]}
            onPress={() => flip(name)}
          />
        ))}
        <IconButton
          icon={TextSelect}
          label={t('find.within')}
          shortcut={shown('Alt+L')}
          isOn={finder.within !== null}
          onPress={flipWithin}
        />
        <span className="tool-strip__rule" aria-hidden />
        <IconButton
          icon={ArrowUp}
          label={t('find.previous')}
          shortcut={shown('Shift+F3')}
          isDisabled={!hasMatches}
          onPress={() => run(findPrevious)}
        />
        <IconButton
          icon={ArrowDown}
          label={t('find.next')}
          shortcut={shown('F3')}
          isDisabled={!hasMatches}
          onPress={() => run(findNext)}
        />
        <IconButton icon={X} label={t('find.close')} shortcut={shown('Escape')} onPress={close} />
      </div>
      {finder.bar === 'replace' && (
        <div className="find-bar__row">
          <input
            className="input find-bar__words"
            type="text"
            dir="auto"
            aria-label={t('find.replacement')}
            placeholder={t('find.replacement')}
            value={finder.search.replacement}
            onChange={(event) => change({ replacement: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              if (isMac ? event.metaKey : event.ctrlKey) replaceEvery()
              else run(replaceHere)
            }}
          />
          <Button look="ghost" size="sm" isDisabled={!hasMatches} onPress={() => run(replaceHere)}>
            {t('find.replace')}
          </Button>
          <Button look="ghost" size="sm" isDisabled={!hasMatches} onPress={replaceEvery}>
            {t('find.replaceAll')}
          </Button>
          <Checkbox isSelected={isWithQuoted} onChange={setWithQuoted}>
            {t('find.withQuoted')}
          </Checkbox>
        </div>
      )}
    </search>
  )
}

/** Which of the matches is selected, counted from one, or 0. */
function placeOf({ matches }: Finder, from: number, to: number): number {
  return matches.findIndex((match) => match.from === from && match.to === to) + 1
}

function countWords({ search, matches }: Finder, at: number, isFaulty: boolean): string {
  if (isFaulty) return t('find.faulty')
  if (search.words === '') return ''
  const quoted = matches.filter(({ isQuoted }) => isQuoted).length
  return t('find.count', { at, count: matches.length, quoted })
}
