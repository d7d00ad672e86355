import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../storage/journal/entry.ts'
import type { Journal } from '../../../storage/journal/journal.ts'
import { recordEntry } from './entries.ts'

/** A place where a journal is kept, and can be opened again and again. */
export interface JournalPlace {
  /** Opens the journal as a new process would. The one before it was closed, or is gone without a word. */
  open(): Promise<Journal>
  /** Makes every write fail until the returned function is called. */
  refuse(): () => void
  /** Damages the newest entry, as a bad sector does. Nobody has the journal open meanwhile. */
  spoil(): Promise<void>
}

/** What every journal must do, whatever keeps it. `make` gives a new, empty place. */
export function describeJournal(name: string, make: () => Promise<JournalPlace>): void {
  const numbers = (entries: readonly Entry[]): number[] => entries.map((entry) => entry.sequence)

  describe(`the contract of a journal: ${name}`, () => {
    it('is empty and whole when it is new', async () => {
      const journal = await (await make()).open()
      expect(await journal.read()).toEqual({ entries: [], damage: null })
      await journal.close()
    })

    it('holds what was acknowledged, though nobody closed it', async () => {
      const place = await make()
      const first = await place.open()
      const entries = [1, 2, 3].map((sequence) => recordEntry(sequence))
      for (const entry of entries) await first.append(entry)
      const second = await place.open()
      expect((await second.read()).entries).toEqual(entries)
      await second.append(recordEntry(4))
      expect(numbers((await second.read()).entries)).toEqual([1, 2, 3, 4])
      await Promise.all([first.close(), second.close()])
    })

    it('keeps the order of entries that come together', async () => {
      const journal = await (await make()).open()
      const sequences = Array.from({ length: 60 }, (_, index) => index + 1)
      await Promise.all(sequences.map((sequence) => journal.append(recordEntry(sequence))))
      expect(numbers((await journal.read()).entries)).toEqual(sequences)
      await journal.close()
    })

    it('begins with any number and takes no gap and no repetition', async () => {
      const journal = await (await make()).open()
      await journal.append(recordEntry(41))
      await expect(journal.append(recordEntry(43))).rejects.toThrow()
      await expect(journal.append(recordEntry(41))).rejects.toThrow()
      await journal.append(recordEntry(42))
      expect(numbers((await journal.read()).entries)).toEqual([41, 42])
      await journal.close()
    })

    it('begins anew with any number, and holds nothing of what was before', async () => {
      const place = await make()
      const journal = await place.open()
      await journal.append(recordEntry(1))
      await journal.restart()
      expect(await journal.read()).toEqual({ entries: [], damage: null })
      await journal.append(recordEntry(50))
      await journal.close()
      expect(numbers((await (await place.open()).read()).entries)).toEqual([50])
    })

    it('holds nothing that it refused, nor what waited behind, and takes the same numbers again', async () => {
      const place = await make()
      const journal = await place.open()
      await journal.append(recordEntry(1))
      const mend = place.refuse()
      const refused = [2, 3, 4].map((sequence) => journal.append(recordEntry(sequence)))
      for (const result of await Promise.allSettled(refused)) {
        expect(result).toMatchObject({ status: 'rejected', reason: { name: 'GalleyError' } })
      }
      mend()
      expect(numbers((await journal.read()).entries)).toEqual([1])
      await journal.append(recordEntry(2))
      await journal.close()
      expect(numbers((await (await place.open()).read()).entries)).toEqual([1, 2])
    })

    it('lets go of what is cut and of nothing else', async () => {
      const place = await make()
      const journal = await place.open()
      for (const sequence of [1, 2, 3, 4, 5]) await journal.append(recordEntry(sequence))
      await journal.cut(3)
      expect(numbers((await journal.read()).entries)).toEqual([4, 5])
      await journal.cut(3)
      await journal.append(recordEntry(6))
      expect(numbers((await journal.read()).entries)).toEqual([4, 5, 6])
      await journal.cut(6)
      expect((await journal.read()).entries).toEqual([])
      await journal.append(recordEntry(7))
      await journal.close()
      expect(numbers((await (await place.open()).read()).entries)).toEqual([7])
    })

    it('may be cut while entries come', async () => {
      const journal = await (await make()).open()
      await journal.append(recordEntry(1))
      const appends = [2, 3, 4].map((sequence) => journal.append(recordEntry(sequence)))
      await Promise.all([journal.cut(1), ...appends])
      await journal.append(recordEntry(5))
      expect(numbers((await journal.read()).entries)).toEqual([2, 3, 4, 5])
      await journal.close()
    })

    it('gives what stands before a damaged entry, says so, and goes on behind it', async () => {
      const place = await make()
      const journal = await place.open()
      for (const sequence of [1, 2, 3]) await journal.append(recordEntry(sequence))
      await journal.close()
      await place.spoil()
      const opened = await place.open()
      const { entries, damage } = await opened.read()
      expect(numbers(entries)).toEqual([1, 2])
      expect(damage).toMatch(/^[A-Z].*\.$/)
      await opened.append(recordEntry(3))
      await opened.close()
      const { entries: again, damage: left } = await (await place.open()).read()
      expect([numbers(again), left]).toEqual([[1, 2, 3], null])
    })

    it('holds every entry that it acknowledged when it is closed over others, and none in part', async () => {
      const place = await make()
      const journal = await place.open()
      const asked = [1, 2, 3, 4, 5].map((sequence) => journal.append(recordEntry(sequence)))
      await journal.close()
      await journal.close()
      const taken = (await Promise.allSettled(asked)).filter(({ status }) => status === 'fulfilled')
      const { entries, damage } = await (await place.open()).read()
      expect(damage).toBeNull()
      expect(numbers(entries)).toEqual([1, 2, 3, 4, 5].slice(0, Math.max(taken.length, entries.length)))
    })

    it('keeps what an entry said when it was asked for, whatever becomes of the object', async () => {
      const journal = await (await make()).open()
      const entry = { ...recordEntry(1), patch: { desk: 'Foreign' } } as Entry & { patch: { desk: string } }
      await journal.append(entry)
      entry.patch.desk = 'Home'
      expect((await journal.read()).entries).toMatchObject([{ patch: { desk: 'Foreign' } }])
      await journal.close()
    })

    it('keeps everything when cutting is refused', async () => {
      const place = await make()
      const journal = await place.open()
      for (const sequence of [1, 2]) await journal.append(recordEntry(sequence))
      const mend = place.refuse()
      await expect(journal.cut(1)).rejects.toThrow()
      mend()
      await journal.append(recordEntry(3))
      expect(numbers((await journal.read()).entries).slice(-2)).toEqual([2, 3])
      await journal.close()
    })
  })
}
