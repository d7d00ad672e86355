import { mkdir, writeFile } from 'node:fs/promises'
import { v7 } from 'uuid'
import { writeSummedJson } from '../../storage/files/summed-json.ts'
import { slugFrom } from '../../storage/language/slug.ts'
import { createWorkspace } from '../../storage/library/open-workspace.ts'
import { storyPlaces } from '../../storage/library/places.ts'
import { storyIdSchema } from '../../storage/model/ids.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import { languageTagSchema } from '../../storage/model/language.ts'
import { newRecord } from '../../storage/model/record.ts'
import { storyStatuses } from '../../storage/model/status.ts'
import { writeStory } from '../../storage/model/story.ts'
import { headlineOf } from '../../storage/model/summary.ts'
import { Random } from '../crash/random.ts'
import { archiveLanguages, archiveStory } from './archive-text.ts'

const newest = Date.UTC(2026, 10, 1)
const apart = 14 * 60 * 1000
const desks = ['Foreign', 'Home', 'Features']

/** Makes a closed workspace of so many stories, the same every time but for the time its settings were made. */
export async function makeArchive(folder: string, count: number, say: (line: string) => void): Promise<StoryId[]> {
  const language = languageTagSchema.parse('en')
  await (await createWorkspace(folder, { name: 'Archive', language }, { holder: 'a benchmark' })).close()
  const ids: StoryId[] = []
  for (let from = 0; from < count; from += 64) {
    const made = Array.from({ length: Math.min(64, count - from) }, (_, at) => storyOf(count - from - at))
    // Written as the library writes it, but not synced: what a crash would lose here can be made again.
    await Promise.all(
      made.map(async ({ id, text }) => {
        const { folder: own, file } = storyPlaces(folder, id)
        await mkdir(own, { recursive: true })
        await writeFile(file, text)
      }),
    )
    ids.push(...made.map(({ id }) => id))
    if (from % 6400 === 0) say(`${from} of ${count} stories made ...`)
  }
  return ids
}

/** The story of a place in time, `before` stories before the newest. */
function storyOf(before: number): { id: StoryId; text: string } {
  const random = new Random(before)
  const moment = newest - before * apart
  const id = storyIdSchema.parse(
    v7({ msecs: moment, random: Uint8Array.from({ length: 16 }, () => random.below(256)), seq: before }),
  )
  const language = random.oneOf(archiveLanguages)
  const document = archiveStory(random, language)
  const record = {
    ...newRecord({
      id,
      language: languageTagSchema.parse(language),
      slug: slugFrom(headlineOf(document), language),
      created: new Date(moment).toISOString(),
    }),
    desk: random.oneOf(desks),
    status: random.oneOf(storyStatuses),
    byline: ['Mara Teyf'],
  }
  return { id, text: writeSummedJson(writeStory({ record, document }, 0)) }
}
