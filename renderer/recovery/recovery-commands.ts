import { ClipboardCopy, RotateCw } from 'lucide-react'
import type { Command } from '../app/commands/command.ts'
import type { StorySession } from '../editor/session.ts'
import type { RecoveryDesk } from './recovery-desk.ts'

/** What can be done while the open story cannot be saved. The key that names a version saves while that is what lacks. */
export function recoveryCommands(recovery: RecoveryDesk): Command[] {
  const act = (
    about: Pick<Command, 'id' | 'title' | 'icon' | 'keys'>,
    run: (session: StorySession) => void,
  ): Command => ({
    ...about,
    group: 'story',
    isEnabled: () => recovery.unsaved !== null,
    run: () => {
      if (recovery.unsaved !== null) run(recovery.unsaved)
    },
  })
  return [
    act({ id: 'try-again', title: 'command.tryAgain', icon: RotateCw, keys: ['Mod+S'] }, (session) =>
      recovery.tryAgain(session),
    ),
    act(
      { id: 'copy-story', title: 'command.copyStory', icon: ClipboardCopy, keys: ['Mod+Alt+C'] },
      (session) => void recovery.copy(session),
    ),
  ]
}
