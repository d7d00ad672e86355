import { writeAtomically } from '../../../files/atomic-write.ts'
import { writeLine } from '../../../journal/lines.ts'
import { replay } from '../../../journal/replay.ts'
import { readOwn } from '../../story-file.ts'
import type { Check } from '../check.ts'
import { healthOf, newer } from '../generations-check.ts'
import { readWholeJournal } from '../journal-lines.ts'
import { reach } from '../story-state.ts'

const what = 'The journal of a story'

/** The journals: a torn tail is cut off, a damaged one is made again from the lines that hold. */
export const journals: Check = async function* ({ fs, quarantine, stories }) {
  for (const { id, places } of stories) {
    const journal = await readWholeJournal(fs, places.journal)
    if (journal === 'newer') {
      yield newer(places.journal)
      continue
    }
    const { bytes, good, state, entries } = journal
    if (state === 'torn') {
      const problem = 'The last line of the journal of this story was never finished.'
      yield {
        path: places.journal,
        code: 'journal_torn',
        problem,
        mend: async () => {
          await quarantine.copy(places.journal, bytes.subarray(good), problem)
          await writeAtomically(fs, places.journal, bytes.subarray(0, good), { what })
          return 'The journal was cut behind its last whole line; the rest was put aside.'
        },
      }
      continue
    }
    const snapshot = await healthOf(fs, places.file, (json) => readOwn(json, id))
    const fits = snapshot.state !== 'good' || state === 'damaged' || replay(snapshot.value, entries).left === 0
    if (state === 'whole' && fits) continue
    const problem =
      state === 'damaged'
        ? 'A line of the journal of this story is damaged.'
        : 'The journal of this story does not go on where its file ends.'
    if (snapshot.state !== 'good') {
      yield { path: places.journal, code: 'journal_damaged', problem }
      continue
    }
    const { applied } = reach(snapshot.value, entries)
    yield {
      path: places.journal,
      code: 'journal_damaged',
      problem,
      mend: async () => {
        await quarantine.copy(places.journal, bytes, problem)
        await writeAtomically(fs, places.journal, Buffer.concat(applied.map(writeLine)), { what })
        return `The journal was made again; ${applied.length} changes that are not in the file of the story were kept.`
      },
    }
  }
}
