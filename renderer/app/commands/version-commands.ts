import { ArrowDown, ArrowUp, Bookmark, GitCompareArrows, RotateCcw, Undo2 } from 'lucide-react'
import { restoreCompared } from '../../compare/restore-compared.ts'
import { t } from '../../i18n/translate.ts'
import type { Desk } from '../desk.ts'
import { act } from './command.ts'
import type { Command } from './command.ts'

/** Naming, comparing and restoring versions of the open story. */
export function versionCommands(desk: Desk): Command[] {
  const { compare, sessions } = desk
  const isOpen = (): boolean => sessions.current.get().state === 'open'
  const isComparing = (): boolean => compare.isOpen
  return [
    act('name-version', 'command.nameVersion', Bookmark, ['Mod+S'], isOpen, () =>
      desk.window.overlay.set('name-version'),
    ),
    act('compare', 'command.compare', GitCompareArrows, ['Mod+Shift+D'], isOpen, () => {
      if (!compare.close()) compare.open()
    }),
    act('next-change', 'command.nextChange', ArrowDown, ['Alt+ArrowDown'], isComparing, () => compare.go(1)),
    act('previous-change', 'command.previousChange', ArrowUp, ['Alt+ArrowUp'], isComparing, () => compare.go(-1)),
    act(
      'take-back-change',
      'command.takeBackChange',
      Undo2,
      ['Alt+Backspace'],
      () => compare.canTakeBack(),
      () => takeBackChange(desk),
    ),
    act('restore-compared', 'command.restoreCompared', RotateCcw, [], isComparing, () => restoreCompared(desk)),
  ]
}

function takeBackChange(desk: Desk): void {
  if (!desk.compare.takeBack()) return
  desk.toasts.show(t('compare.isTakenBack'), {
    words: t('toast.undo'),
    run: () => desk.commands.run('undo'),
  })
}
