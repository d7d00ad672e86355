const pause = 900

/** Finds the next story by the first letters of its slug or headline, typed without a pause. */
export class TypeAhead {
  readonly #placeOf: (beginning: string, after: number) => Promise<number | null>
  #typed = ''
  #at = -Infinity
  #from = 0
  #asked = 0

  constructor(placeOf: (beginning: string, after: number) => Promise<number | null>) {
    this.#placeOf = placeOf
  }

  /** Whether letters were typed a moment ago, to which the next one belongs. */
  get isGoingOn(): boolean {
    return performance.now() - this.#at < pause
  }

  /**
   * Takes a key pressed while the cursor is in row `index`. Answers whether it was one to search by. What is a key of the
   * list by itself is a letter of a name after another one, and Backspace takes the last one back.
   */
  take(key: string, index: number, go: (place: number) => void): boolean {
    const { isGoingOn } = this
    const isLast = isGoingOn && key === 'Backspace'
    const isLetter = [...key].length === 1 && /[\p{L}\p{N}\p{M}-]/u.test(key)
    if (isGoingOn ? !isLast && !isLetter && key !== '/' : !isLetter || /^[jk]$/.test(key)) return false
    if (!isGoingOn) {
      this.#typed = ''
      this.#from = index
    }
    this.#typed = isLast ? [...this.#typed].slice(0, -1).join('') : this.#typed + key
    this.#at = performance.now()
    this.#find(go)
    return true
  }

  #find(go: (place: number) => void): void {
    this.#asked += 1
    const asked = this.#asked
    if (this.#typed === '') {
      go(this.#from)
      return
    }
    void this.#placeOf(this.#typed, this.#from).then((place) => {
      if (place !== null && asked === this.#asked) go(place)
    })
  }
}
