import { ClipboardList, FolderDown, FolderX } from 'lucide-react'
import type { Desk } from '../app/desk.ts'
import { act } from '../app/commands/command.ts'
import type { Command } from '../app/commands/command.ts'

/** Bringing a folder in, stopping it, and reading what came of it. */
export function movingInCommands({ movingIn, window }: Desk): Command[] {
  const isUnderWay = (): boolean => movingIn.underWay.get() !== null
  return [
    act(
      'import-folder',
      'command.importFolder',
      FolderDown,
      ['Mod+Alt+O'],
      () => !isUnderWay(),
      () => void movingIn.choose(),
      'go',
    ),
    act('stop-import', 'command.stopImport', FolderX, ['Mod+Alt+.'], isUnderWay, () => void movingIn.stop(), 'go'),
    act(
      'show-import-report',
      'command.showImportReport',
      ClipboardList,
      [],
      () => movingIn.report.get() !== null,
      () => window.overlay.set('moved-in'),
      'go',
    ),
  ]
}
