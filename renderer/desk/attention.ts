type Sign = 'pointer' | 'focus' | 'scrolled'

/** Whether somebody is at the list: points at it, has the focus in it or has scrolled it away. */
export class Attention {
  readonly #signs = new Set<Sign>()
  readonly #tell: (isBusy: boolean) => void

  constructor(tell: (isBusy: boolean) => void) {
    this.#tell = tell
  }

  set(sign: Sign, isThere: boolean): void {
    const was = this.#signs.size > 0
    if (isThere) this.#signs.add(sign)
    else this.#signs.delete(sign)
    const is = this.#signs.size > 0
    if (is !== was) this.#tell(is)
  }

  /** The list is shown no more. */
  end(): void {
    this.#signs.clear()
    this.#tell(false)
  }
}
