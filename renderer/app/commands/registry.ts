import { matches, readBinding, showBinding } from '../keys/binding.ts'
import type { Platform } from '../keys/binding.ts'
import { keysOf } from './command.ts'
import type { Command } from './command.ts'

/** Every command by its id. */
export class CommandRegistry {
  readonly #commands = new Map<string, Command>()
  readonly #platform: Platform

  constructor(platform: Platform) {
    this.#platform = platform
  }

  add(commands: readonly Command[]): void {
    for (const command of commands) this.#commands.set(command.id, command)
  }

  all(): readonly Command[] {
    return [...this.#commands.values()]
  }

  /** Runs the command if there is one of that id and it can be run now. */
  run(id: string): void {
    const command = this.#commands.get(id)
    if (command?.isEnabled() === true) command.run()
  }

  /** The command whose key this event is and that can be run now, or null. */
  forKey(event: KeyboardEvent): Command | null {
    return (
      this.all().find(
        (command) =>
          keysOf(command, this.#platform).some((key) => matches(readBinding(key), event, this.#platform)) &&
          command.isEnabled(),
      ) ?? null
    )
  }

  /** The key of a command as it is shown, or undefined when it has none. */
  shortcut(id: string): string | undefined {
    const command = this.#commands.get(id)
    const [key] = command === undefined ? [] : keysOf(command, this.#platform)
    return key === undefined ? undefined : showBinding(key, this.#platform)
  }
}
