import type { Page } from '@playwright/test'
import type { Random } from './random.ts'

const letters = [' ', ...'a b c d e f g h i j կ ա մ ու ր ջ м о с т ё پ ل د ر ه 🌉 é'.split(' ')]

/**
 * Types at random at the end of the story and knows after every key what the text must be. A typist never returns:
 * the page dies under its fingers.
 */
export class Typist {
  readonly #page: Page
  readonly #random: Random
  /** The text before the first key, then after each key that was pressed, the last one perhaps only begun. */
  readonly states: string[]
  /** When each key was pressed that led to the state of the same place; the first state needed none. */
  readonly pressed: number[] = [0]

  constructor(page: Page, random: Random, text: string) {
    this.#page = page
    this.#random = random
    this.states = [text]
  }

  get text(): string {
    return this.states.at(-1) ?? ''
  }

  /** How many keys were pressed before a moment. */
  pressedBefore(at: number): number {
    return this.pressed.filter((moment) => moment > 0 && moment < at).length
  }

  /** Presses keys until the page is gone, which is how it ends. */
  async typeUntilDeath(): Promise<void> {
    try {
      for (;;) {
        await this.#pressOne()
        if (this.#random.below(12) === 0) await this.#page.waitForTimeout(this.#random.below(400))
      }
    } catch {
      // The page died.
    }
  }

  async #pressOne(): Promise<void> {
    const kind = this.#random.below(20)
    if (kind === 0) {
      this.#note(`${this.text}\n`)
      await this.#page.keyboard.press('Enter')
    } else if (kind < 3 && /[a-j]$/.test(this.text)) {
      // Only after a plain letter: how much one press takes of other signs is the system's to say.
      this.#note(this.text.slice(0, -1))
      await this.#page.keyboard.press('Backspace')
    } else {
      // A letter of two signs, such as ու, is two keys, and a kill may come between them.
      for (const sign of this.#random.oneOf(letters)) {
        this.#note(this.text + sign)
        await this.#page.keyboard.type(sign)
      }
    }
  }

  #note(text: string): void {
    this.states.push(text)
    this.pressed.push(performance.now())
  }
}
