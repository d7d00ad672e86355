import type { Command } from '../commands/command.ts'

/**
 * True when the window answers a key itself, before whatever has the focus. Under a sheet or the palette only that
 * has keys; keys of the copy are left to the copy, or to the field that somebody types in, while it has the focus.
 */
export function interceptsKey(command: Command, event: KeyboardEvent, isCovered: boolean): boolean {
  if (isCovered) return false
  const isInText = event.target instanceof Element && event.target.closest('.ProseMirror, input, textarea') !== null
  return !(command.isEditors === true && isInText)
}
