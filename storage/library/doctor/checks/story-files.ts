import { isTemporary, writeAtomically } from '../../../files/atomic-write.ts'
import { namesIn } from '../../../files/folders.ts'
import { writeSummedJson } from '../../../files/summed-json.ts'
import type { StoryState } from '../../../journal/story-state.ts'
import { writeStory } from '../../../model/story.ts'
import { readOwn } from '../../story-file.ts'
import type { Check } from '../check.ts'
import { healthOf, newer } from '../generations-check.ts'
import { readWholeJournal } from '../journal-lines.ts'
import { reach } from '../story-state.ts'

const what = 'The story'

/** `story.json` and `story.prev.json`: each is mended from the other and the journal. */
export const storyFiles: Check = async function* ({ fs, quarantine, stories }) {
  for (const { id, places } of stories) {
    const own = (json: unknown): StoryState => readOwn(json, id)
    const newest = await healthOf(fs, places.file, own)
    const previous = await healthOf(fs, places.previous, own)
    if (newest.state === 'newer') yield newer(places.file)
    if (previous.state === 'newer') yield newer(places.previous)
    if (newest.state === 'newer' || previous.state === 'newer') continue
    // A folder and nothing more is what is left of a story that was never stored.
    if (newest.state === 'missing' && (await namesIn(fs, places.folder)).every(isTemporary)) continue

    if (newest.state === 'good') {
      if (previous.state !== 'damaged') continue
      const problem = 'The copy before the newest one of this story is damaged.'
      yield {
        path: places.previous,
        code: 'story_damaged',
        problem,
        mend: async () => {
          await quarantine.move(places.previous, problem)
          await writeAtomically(fs, places.previous, newest.bytes, { what })
          return 'The copy was taken from the newest one.'
        },
      }
      continue
    }

    const problem =
      newest.state === 'damaged' ? 'The file of this story is damaged.' : 'The file of this story is missing.'
    const journal = await readWholeJournal(fs, places.journal)
    if (previous.state !== 'good' || journal === 'newer') {
      yield { path: places.file, code: 'story_damaged', problem: `${problem} No other copy holds; use a backup.` }
      continue
    }
    const { state } = reach(previous.value, journal.entries)
    yield {
      path: places.file,
      code: 'story_damaged',
      problem,
      mend: async () => {
        if (newest.state === 'damaged') await quarantine.move(places.file, problem)
        const bytes = Buffer.from(writeSummedJson(writeStory(state, state.version, state.sequence)))
        await writeAtomically(fs, places.file, bytes, { what })
        return 'The story was made again from the copy before and its journal.'
      },
    }
  }
}
