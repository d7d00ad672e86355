import {
  Bookmark,
  Building2,
  CircleDashed,
  CircleDot,
  CircleSmall,
  CircleX,
  Copy,
  Heading1,
  Layers,
  List,
  ListChecks,
  ListX,
  Send,
  Tag,
  Trash2,
} from 'lucide-react'
import { copyText } from '../../desk/copy-text.ts'
import { searchToName } from '../../desk/use-saved-searches.ts'
import { headlineOf } from '../../../storage/model/summary.ts'
import type { Grouping } from '../../../storage/model/listing.ts'
import type { StoryStatus } from '../../../storage/model/status.ts'
import type { Desk } from '../desk.ts'
import { act } from './command.ts'
import type { Command } from './command.ts'

/** Choosing stories of the list, acting on them, and how they are listed. */
export function listCommands(desk: Desk): Command[] {
  const { acts, selection, list } = desk
  const isListed = (): boolean => !desk.compare.isOpen && !desk.trash.isShown.get()
  const isChosen = (): boolean => selection.size > 0
  const canAct = (): boolean => acts.chosen.length > 0 && acts.underWay.get() === null && !desk.compare.isOpen
  const canActOnChosen = (): boolean => isChosen() && canAct()
  const isOpen = (): boolean => desk.sessions.current.get().state === 'open'
  const toName = () => searchToName(list.state.get(), desk.settings.get())
  const setStatus = (status: StoryStatus) => (): void => void acts.change(acts.chosen, { field: 'status', status })
  const groupBy = (grouping: Grouping) => (): void => list.change({ grouping })
  const isGroupedOtherwise = (grouping: Grouping) => (): boolean => isListed() && list.state.get().grouping !== grouping
  return [
    act('select-all', 'command.selectAll', ListChecks, [], isListed, () => void selection.all(), 'go'),
    act('clear-selection', 'command.clearSelection', ListX, [], isChosen, () => selection.clear(), 'go'),
    act('set-draft', 'command.setDraft', CircleDashed, [], canAct, setStatus('draft')),
    act('set-in-edit', 'command.setInEdit', CircleDot, [], canAct, setStatus('in_edit')),
    act('set-ready', 'command.setReady', CircleSmall, [], canAct, setStatus('ready')),
    act('set-desk', 'command.setDesk', Building2, [], canAct, () =>
      acts.menu.set({ offers: 'desk', ids: acts.chosen, at: { x: innerWidth / 2 - 80, y: innerHeight / 4 } }),
    ),
    act('tag-stories', 'command.tagStories', Tag, [], canAct, () => acts.tagging.set(acts.chosen)),
    act('publish-selected', 'command.publishSelected', Send, [], canActOnChosen, () => void acts.publish(acts.chosen)),
    act('trash-selected', 'command.trashSelected', Trash2, [], canActOnChosen, () => void acts.trash(acts.chosen)),
    act(
      'stop-acting',
      'command.stopActing',
      CircleX,
      [],
      () => acts.underWay.get() !== null,
      () => void acts.stop(),
    ),
    act('copy-slug', 'command.copySlug', Copy, [], isOpen, () => {
      const current = desk.sessions.current.get()
      if (current.state === 'open') void copyText(current.session.snapshot().record.slug, desk.toasts)
    }),
    act('copy-headline', 'command.copyHeadline', Heading1, [], isOpen, () => {
      const current = desk.sessions.current.get()
      if (current.state === 'open') void copyText(headlineOf(current.session.snapshot().document), desk.toasts)
    }),
    act('group-none', 'command.groupNone', List, [], isGroupedOtherwise('none'), groupBy('none'), 'go'),
    act('group-status', 'command.groupStatus', Layers, [], isGroupedOtherwise('status'), groupBy('status'), 'go'),
    act('group-desk', 'command.groupDesk', Layers, [], isGroupedOtherwise('desk'), groupBy('desk'), 'go'),
    act(
      'keep-search',
      'command.keepSearch',
      Bookmark,
      [],
      () => isListed() && toName()?.isKept === false,
      () => desk.naming.set(toName()?.search ?? null),
      'go',
    ),
    act(
      'rename-search',
      'command.renameSearch',
      Bookmark,
      [],
      () => isListed() && toName()?.isKept === true,
      () => desk.naming.set(toName()?.search ?? null),
      'go',
    ),
  ]
}
