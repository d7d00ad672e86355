const pause = 900

/** Finds the next story by the first letters of its slug or headline, typed without a pause. */
export class TypeAhead {
  readonly #find: (beginning: string, after: number) => Promise<number | null>
  #typed = ''
  #at = -Infinity
  #from = 0
  #asked = 0

  constructor(find: (beginning: string, after: number) => Promise<number | null>) {
    this.#find = find
  }

  /** Whether letters were typed a moment ago, to which the next one belongs. */
  get isGoingOn(): boolean {
    return performance.now() - this.#at < pause
  }

  /** Takes a key pressed while the cursor is in row `index`. Answers whether it was one to search by. */
  type(key: string, index: number, go: (place: number) => void): boolean {
    const { isGoingOn } = this
    const isLetter = [...key].length === 1 && /[\p{L}\p{N}\p{M}-]/u.test(key)
    // The keys that move the cursor are letters of a name only after another one.
    if (!isLetter || (!isGoingOn && /^[jk]$/.test(key))) return false
    if (!isGoingOn) {
      this.#typed = ''
      this.#from = index
    }
    this.#typed += key
    this.#at = performance.now()
    this.#asked += 1
    const asked = this.#asked
    void this.#find(this.#typed, this.#from).then((place) => {
      if (place !== null && asked === this.#asked) go(place)
    })
    return true
  }
}
