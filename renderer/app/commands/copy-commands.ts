import {
  AtSign,
  BadgeCheck,
  Bold,
  ChevronDown,
  ChevronUp,
  Heading2,
  ImageIcon,
  Italic,
  Link,
  List,
  ListIndentIncrease,
  Pilcrow,
  Redo2,
  Replace,
  Search,
  SkipForward,
  TextQuote,
  Undo2,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { toggleMark } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import type { Command as CopyCommand } from 'prosemirror-state'
import { schema } from '../../../storage/model/schema/index.ts'
import { choosePhotos } from '../../editor/commands/photos.ts'
import {
  openLinkPopover,
  openMentionPopover,
  openNextSuggestion,
  openQuotePopover,
} from '../../editor/commands/popovers.ts'
import { setStyle } from '../../editor/commands/styles.ts'
import { verifyAtCaret } from '../../editor/commands/verification.ts'
import { findNext, findPrevious, openFind, openReplace } from '../../editor/find/find-commands.ts'
import type { MessageKey } from '../../i18n/catalogue.ts'
import type { Sessions } from '../sessions.ts'
import type { Command } from './command.ts'

interface CopyAct {
  readonly id: string
  readonly title: MessageKey
  readonly icon: LucideIcon
  readonly keys: readonly string[]
  readonly macKeys?: readonly string[]
  readonly command: CopyCommand
  /** Left to a field that somebody types in: false for what acts there too. */
  readonly isEditors?: boolean
}

const acts: readonly CopyAct[] = [
  { id: 'undo', title: 'command.undo', icon: Undo2, keys: ['Mod+Z'], command: undo },
  {
    id: 'redo',
    title: 'command.redo',
    icon: Redo2,
    keys: ['Mod+Y', 'Mod+Shift+Z'],
    macKeys: ['Mod+Shift+Z'],
    command: redo,
  },
  { id: 'bold', title: 'command.bold', icon: Bold, keys: ['Mod+B'], command: toggleMark(schema.marks.strong) },
  { id: 'italic', title: 'command.italic', icon: Italic, keys: ['Mod+I'], command: toggleMark(schema.marks.em) },
  { id: 'link', title: 'command.link', icon: Link, keys: ['Mod+Shift+L'], command: openLinkPopover },
  {
    id: 'body-text',
    title: 'command.bodyText',
    icon: Pilcrow,
    keys: ['Mod+Shift+0'],
    macKeys: ['Mod+Alt+0'],
    command: setStyle('body'),
  },
  {
    id: 'crosshead',
    title: 'command.crosshead',
    icon: Heading2,
    keys: ['Mod+Shift+2'],
    macKeys: ['Mod+Alt+2'],
    command: setStyle('crosshead'),
  },
  { id: 'list', title: 'command.list', icon: List, keys: ['Mod+Shift+8'], command: setStyle('list') },
  {
    id: 'block-quote',
    title: 'command.blockQuote',
    icon: TextQuote,
    keys: ['Mod+Shift+9'],
    command: setStyle('quote'),
  },
  { id: 'insert-image', title: 'command.insertImage', icon: ImageIcon, keys: ['Mod+Shift+M'], command: choosePhotos },
  {
    id: 'tag-quote',
    title: 'command.tagQuote',
    icon: ListIndentIncrease,
    keys: ["Mod+'", 'F4'],
    command: openQuotePopover,
  },
  { id: 'tag-name', title: 'command.tagName', icon: AtSign, keys: ['Mod+E'], command: openMentionPopover },
  {
    id: 'next-suggested-quote',
    title: 'command.nextSuggestion',
    icon: SkipForward,
    keys: ["Mod+Shift+'", 'Shift+F4'],
    command: openNextSuggestion,
  },
  { id: 'verify-quote', title: 'command.verifyQuote', icon: BadgeCheck, keys: ['Mod+Shift+Y'], command: verifyAtCaret },
  { id: 'find', title: 'command.find', icon: Search, keys: ['Mod+F'], command: openFind, isEditors: false },
  {
    id: 'replace',
    title: 'command.replace',
    icon: Replace,
    keys: ['Mod+H'],
    macKeys: ['Mod+Alt+F'],
    command: openReplace,
    isEditors: false,
  },
  { id: 'find-next', title: 'command.findNext', icon: ChevronDown, keys: ['F3'], command: findNext },
  { id: 'find-previous', title: 'command.findPrevious', icon: ChevronUp, keys: ['Shift+F3'], command: findPrevious },
]

/**
 * The commands of the copy, for the palette, the menu and their keys outside of it. Inside, the copy answers its keys
 * itself; undo and redo belong to a field while somebody types in one. While something covers the copy only those two
 * act on it.
 */
export function copyCommands(sessions: Sessions, isCovered: () => boolean): Command[] {
  return acts.map(({ command, ...act }) => ({
    isEditors: true,
    ...act,
    group: 'story',
    isHidden: isTurningBack(act.id),
    isEnabled: () => {
      const current = sessions.current.get()
      if (current.state !== 'open' || (isCovered() && !isTurningBack(act.id))) return false
      const { view } = current.session
      return command(view.state, undefined, view)
    },
    run: () => {
      const current = sessions.current.get()
      if (current.state !== 'open') return
      const { view } = current.session
      view.focus()
      command(view.state, view.dispatch, view)
    },
  }))
}

function isTurningBack(id: string): boolean {
  return id === 'undo' || id === 'redo'
}
