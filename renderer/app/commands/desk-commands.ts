import {
  Check,
  ChevronDown,
  ChevronUp,
  CircleHelp,
  Focus,
  FolderInput,
  History,
  ImageIcon,
  Info,
  ListChecks,
  ListIndentIncrease,
  MoveLeft,
  MoveRight,
  PanelLeft,
  PanelRight,
  Search,
  Send,
  Settings2,
  SquarePen,
  Trash,
  Trash2,
  Tags,
  X,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { MessageKey } from '../../i18n/catalogue.ts'
import { movingInCommands } from '../../moving-in/moving-in-commands.ts'
import type { Desk } from '../desk.ts'
import { focusNextPane, focusSearch } from '../focus-panes.ts'
import type { InspectorTab } from '../window-state.ts'
import { act as commandOf } from './command.ts'
import type { Command } from './command.ts'
import { goToFinding } from './next-finding.ts'

const always = (): boolean => true

/** The commands of the window itself: stories, panes, tabs, checks, publishing. */
export function deskCommands(desk: Desk): Command[] {
  const { window: frame, sessions } = desk
  const isOpen = (): boolean => sessions.current.get().state === 'open'
  const isUncovered = (): boolean => !desk.compare.isOpen
  const isOnSheet = (): boolean => isOpen() && isUncovered()
  return [
    act('new-story', 'command.newStory', SquarePen, ['Mod+N'], always, () => void desk.newStory()),
    act('import', 'command.import', FolderInput, ['Mod+Shift+O'], always, () => void desk.imports.choose()),
    ...movingInCommands(desk),
    act('go-to-story', 'command.goToStory', Search, ['Mod+P'], always, () => frame.overlay.set('stories')),
    act('search-stories', 'command.searchStories', Search, ['Mod+Shift+F'], always, () => {
      desk.compare.close()
      desk.trash.isShown.set(false)
      frame.remembered.update((state) => ({ ...state, isListShown: true }))
      frame.isFocusMode.set(false)
      requestAnimationFrame(focusSearch)
    }),
    {
      ...act('palette', 'command.palette', Search, ['Mod+K'], always, () => frame.overlay.set('palette')),
      isHidden: true,
    },
    act('shortcuts', 'command.shortcuts', CircleHelp, ['Mod+/'], always, () => frame.overlay.set('shortcuts')),
    act('toggle-list', 'command.toggleList', PanelLeft, ['Mod+\\'], isUncovered, () => frame.toggleList()),
    act('toggle-inspector', 'command.toggleInspector', PanelRight, ['Mod+Shift+\\'], isOpen, () =>
      frame.toggleInspector(),
    ),
    act('focus-mode', 'command.focusMode', Focus, ['Mod+.'], isOnSheet, () =>
      frame.isFocusMode.update((isOn) => !isOn),
    ),
    tab('story', 'command.showStory', Info, '1'),
    tab('captions', 'command.showCaptions', ImageIcon, '2'),
    tab('quotes', 'command.showQuotes', ListIndentIncrease, '3'),
    tab('tags', 'command.showTags', Tags, '4'),
    tab('checks', 'command.showChecks', ListChecks, '5'),
    tab('history', 'command.showHistory', History, '6'),
    {
      ...act(
        'back',
        'command.back',
        MoveLeft,
        ['Alt+ArrowLeft'],
        () => sessions.canGo(-1),
        () => void sessions.go(-1),
      ),
      macKeys: ['Mod+['],
    },
    {
      ...act(
        'forward',
        'command.forward',
        MoveRight,
        ['Alt+ArrowRight'],
        () => sessions.canGo(1),
        () => void sessions.go(1),
      ),
      macKeys: ['Mod+]'],
    },
    act('run-checks', 'command.runChecks', Check, ['Mod+Shift+K'], isOpen, () => {
      desk.compare.close()
      desk.checks.run()
      frame.showTab('checks')
    }),
    act('next-finding', 'command.nextFinding', ChevronDown, ['F8'], isOnSheet, () => goToFinding(desk, 1)),
    act('previous-finding', 'command.previousFinding', ChevronUp, ['Shift+F8'], isOnSheet, () => goToFinding(desk, -1)),
    act('publish', 'command.publish', Send, ['Mod+Shift+Enter'], isOpen, () => {
      desk.publication.prepare([])
      frame.overlay.set('publish')
    }),
    act('settings', 'command.settings', Settings2, ['Mod+,'], always, () => frame.overlay.set('settings')),
    { ...act('next-pane', 'command.nextPane', PanelRight, ['F6'], always, () => focusNextPane(1)), isHidden: true },
    {
      ...act('previous-pane', 'command.previousPane', PanelLeft, ['Shift+F6'], always, () => focusNextPane(-1)),
      isHidden: true,
    },
    act('move-to-trash', 'command.moveToTrash', Trash2, ['Mod+Shift+Backspace'], isOpen, () => {
      const current = sessions.current.get()
      if (current.state === 'open') void desk.trash.put(current.id, current.session.snapshot().record.slug)
    }),
    act('show-trash', 'command.showTrash', Trash, [], always, () => {
      desk.compare.close()
      frame.remembered.update((state) => ({ ...state, isListShown: true }))
      frame.isFocusMode.set(false)
      desk.trash.show()
    }),
    act('close-window', 'command.closeWindow', X, [], always, () => void desk.bridge.desk.window({ act: 'close' })),
  ]

  function tab(name: InspectorTab, title: MessageKey, icon: LucideIcon, digit: string): Command {
    return {
      ...act(`inspector-${name}`, title, icon, [`Mod+${digit}`], isOpen, () => {
        desk.compare.close()
        frame.showTab(name)
      }),
      group: 'story',
    }
  }
}

const ofStory = new Set(['run-checks', 'next-finding', 'previous-finding', 'publish', 'focus-mode', 'move-to-trash'])

function act(...[id, title, icon, keys, isEnabled, run]: Parameters<typeof commandOf>): Command {
  return commandOf(id, title, icon, keys, isEnabled, run, ofStory.has(id) ? 'story' : 'go')
}
