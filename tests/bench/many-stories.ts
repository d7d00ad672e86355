import { mkdir, writeFile } from 'node:fs/promises'
import { v7 } from 'uuid'
import { writeSummedJson } from '../../storage/files/summed-json.ts'
import { createWorkspace } from '../../storage/library/open-workspace.ts'
import { storyPlaces } from '../../storage/library/places.ts'
import { storyIdSchema } from '../../storage/model/ids.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import { languageTagSchema } from '../../storage/model/language.ts'
import { writeStory } from '../../storage/model/story.ts'
import { storyOfWords } from './story-text.ts'

const language = languageTagSchema.parse('en')
const first = Date.UTC(2026, 0, 1)
const apart = 40 * 60 * 1000

/** Makes a closed workspace with one story of so many words, and so many others of a hundred words; returns its id. */
export async function makeManyStories(folder: string, words: number, others: number): Promise<StoryId> {
  const workspace = await createWorkspace(folder, { name: 'Bench', language }, { holder: 'a benchmark' })
  const { record } = await workspace.createStory({ language, document: storyOfWords(words) })
  await workspace.close()
  const document = storyOfWords(100)
  for (let at = 0; at < others; at += 1) {
    const id = storyIdSchema.parse(v7({ msecs: first + at * apart }))
    const places = storyPlaces(folder, id)
    await mkdir(places.folder, { recursive: true })
    // As the library writes it, but not synced: what a crash would lose here can be made again.
    await writeFile(places.file, writeSummedJson(writeStory({ record: { ...record, id }, document }, 0)))
  }
  return record.id
}
