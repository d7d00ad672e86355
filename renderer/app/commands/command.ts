import type { LucideIcon } from 'lucide-react'
import type { MessageKey } from '../../i18n/catalogue.ts'
import type { Platform } from '../keys/binding.ts'

/** The heading of the palette that a command stands under. */
export type CommandGroup = 'story' | 'go'

/** Something that can be done: by its key, from the palette, the system's menu or a button. */
export interface Command {
  readonly id: string
  readonly title: MessageKey
  readonly icon: LucideIcon
  readonly group: CommandGroup
  /** Its keys, the first one shown. On macOS `macKeys` take their place where they differ. */
  readonly keys: readonly string[]
  readonly macKeys?: readonly string[]
  /** The editor of the copy answers this key itself while it has the focus. */
  readonly isEditors?: boolean
  /** Kept out of the palette: it makes sense only as a key. */
  readonly isHidden?: boolean
  readonly isEnabled: () => boolean
  readonly run: () => void
}

/** A command of its parts: of the story, unless it says otherwise. */
export function act(
  id: string,
  title: MessageKey,
  icon: LucideIcon,
  keys: readonly string[],
  isEnabled: () => boolean,
  run: () => void,
  group: CommandGroup = 'story',
): Command {
  return { id, title, icon, keys, isEnabled, run, group }
}

/** The keys of a command on a platform. */
export function keysOf(command: Command, platform: Platform): readonly string[] {
  return platform === 'darwin' ? (command.macKeys ?? command.keys) : command.keys
}
