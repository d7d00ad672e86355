import type { Entry } from '../../../storage/journal/entry.ts'
import { entrySchema } from '../../../storage/journal/entry.ts'
import type { Journal, JournalReading } from '../../../storage/journal/journal.ts'
import { GalleyError } from '../../../storage/model/errors.ts'
import { describeJournal } from './describe-journal.ts'

/** Where the entries of a journal without files lie: one text each, null where it was damaged. */
interface Shelf {
  texts: (string | null)[]
  refuses: boolean
}

/** The smallest journal that keeps the contract, to show that the contract knows nothing of files. */
class MemoryJournal implements Journal {
  readonly #shelf: Shelf
  readonly #damage: string | null
  #waiting: Promise<unknown> = Promise.resolve()
  /** Counts up with every refusal: what waited behind one is refused with it. */
  #refusals = 0

  constructor(shelf: Shelf) {
    this.#shelf = shelf
    const damaged = shelf.texts.indexOf(null)
    this.#damage = damaged === -1 ? null : 'The newest changes of this story are damaged.'
    if (damaged !== -1) shelf.texts.length = damaged
  }

  read(): Promise<JournalReading> {
    return Promise.resolve({ entries: this.#entries(), damage: this.#damage })
  }

  append(entry: Entry): Promise<void> {
    const text = JSON.stringify(entry)
    const refusals = this.#refusals
    return this.#inTurn(() => {
      const last = this.#entries().at(-1)?.sequence
      if (this.#refusals !== refusals) throw full()
      if (last !== undefined && entry.sequence !== last + 1) throw new GalleyError('internal', 'A gap.')
      if (this.#shelf.refuses) {
        this.#refusals += 1
        throw full()
      }
      this.#shelf.texts.push(text)
    })
  }

  cut(sequence: number): Promise<void> {
    return this.#inTurn(() => {
      if (this.#shelf.refuses) throw full()
      const left = this.#entries().filter((entry) => entry.sequence > sequence)
      this.#shelf.texts = left.map((entry) => JSON.stringify(entry))
    })
  }

  restart(): Promise<void> {
    return this.#inTurn(() => {
      this.#shelf.texts = []
    })
  }

  async close(): Promise<void> {
    await this.#waiting
  }

  #entries(): Entry[] {
    return this.#shelf.texts.map((text) => entrySchema.parse(JSON.parse(text ?? 'null')))
  }

  #inTurn(task: () => void): Promise<void> {
    const done = this.#waiting.then(task)
    this.#waiting = done.catch(() => undefined)
    return done
  }
}

const full = (): GalleyError => new GalleyError('disk_full', 'The shelf is full.')

describeJournal('a shelf in memory', () => {
  const shelf: Shelf = { texts: [], refuses: false }
  return Promise.resolve({
    open: () => Promise.resolve(new MemoryJournal(shelf)),
    refuse: () => {
      shelf.refuses = true
      return () => (shelf.refuses = false)
    },
    spoil: () => {
      shelf.texts[shelf.texts.length - 1] = null
      return Promise.resolve()
    },
  })
})
