import { Building2, CircleDot, Copy, CopyPlus, FileText, Heading1, Send, Tag, Trash2 } from 'lucide-react'
import type { StoryId } from '../../storage/model/ids.ts'
import { mayMove } from '../../storage/model/status.ts'
import type { StoryStatus } from '../../storage/model/status.ts'
import type { Desk } from '../app/desk.ts'
import { t } from '../i18n/translate.ts'
import type { MenuEntry } from '../ui/Menu.tsx'
import { statusNames } from './act-words.ts'
import { copyText } from './copy-text.ts'

/** Where an editor may move a story by hand. */
export const statusesByHand = ['draft', 'in_edit', 'ready'] as const satisfies readonly StoryStatus[]

/** The statuses that stories can be set to. Of one story, those that it may not be moved to cannot be chosen. */
export function statusEntries(desk: Desk, ids: readonly StoryId[]): MenuEntry[] {
  const [only, ...more] = ids
  const status = only === undefined || more.length > 0 ? null : (desk.list.find(only)?.status ?? null)
  return statusesByHand.map((to) => ({
    id: `status ${to}`,
    words: t(statusNames[to]),
    isOn: status === to,
    isDisabled: status !== null && !mayMove(status, to),
    run: () => void desk.acts.change(ids, { field: 'status', status: to }),
  }))
}

/** The desks of the house and those that stories name, and none. */
export function deskEntries(desk: Desk, ids: readonly StoryId[]): MenuEntry[] {
  const [only, ...more] = ids
  const now = only === undefined || more.length > 0 ? null : (desk.list.find(only)?.desk ?? null)
  const named = desk.list.state.get().counts.map((count) => count.desk)
  const names = [...new Set([...desk.settings.get().desks, ...named])].filter((name) => name !== '')
  return [...names, ''].map((name) => ({
    id: `desk ${name}`,
    words: name === '' ? t('record.noDesk') : name,
    isOn: now === name,
    run: () => void desk.acts.change(ids, { field: 'desk', desk: name }),
  }))
}

/** Everything that can be done with stories of the list. */
export function actEntries(desk: Desk, ids: readonly StoryId[]): MenuEntry[] {
  const { acts } = desk
  const [only, ...more] = ids
  const story = only === undefined || more.length > 0 ? null : desk.list.find(only)
  const isBusy = acts.underWay.get() !== null
  return [
    ...(story === null
      ? []
      : [
          {
            id: 'open',
            words: t('acts.open'),
            icon: FileText,
            shortcut: '↵',
            run: () => void desk.sessions.open(story.id),
          },
          {
            id: 'duplicate',
            words: t('acts.duplicate'),
            icon: CopyPlus,
            run: () => void acts.duplicate(story.id),
          },
        ]),
    {
      id: 'status',
      words: t('acts.status'),
      icon: CircleDot,
      shortcut: 'S',
      isDisabled: isBusy,
      entries: statusEntries(desk, ids),
      run: nothing,
    },
    {
      id: 'desk',
      words: t('acts.desk'),
      icon: Building2,
      isDisabled: isBusy,
      entries: deskEntries(desk, ids),
      run: nothing,
    },
    { id: 'tag', words: t('acts.tag'), icon: Tag, isDisabled: isBusy, run: () => acts.tagging.set(ids) },
    { id: 'publish', words: t('acts.publish'), icon: Send, run: () => void acts.publish(ids) },
    ...(story === null
      ? []
      : [
          {
            id: 'copy-slug',
            words: t('acts.copySlug'),
            icon: Copy,
            run: () => void copyText(story.slug, desk.toasts),
          },
          {
            id: 'copy-headline',
            words: t('acts.copyHeadline'),
            icon: Heading1,
            isDisabled: story.headline === '',
            run: () => void copyText(story.headline, desk.toasts),
          },
        ]),
    {
      id: 'trash',
      words: t('acts.trash'),
      icon: Trash2,
      shortcut: 'Del',
      isDisabled: isBusy,
      run: () => void acts.trash(ids),
    },
  ]
}

function nothing(): void {
  // The entries beside it act.
}
