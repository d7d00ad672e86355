import { beforeAll, describe, expect, it } from 'vitest'
import { openWorkspace } from '../../../storage/library/open-workspace.ts'
import { storyPlaces } from '../../../storage/library/places.ts'
import type { StoryPlaces } from '../../../storage/library/places.ts'
import { createWorkspace } from '../../../storage/library/open-workspace.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import { headlineOf } from '../../../storage/model/summary.ts'
import { english } from '../../fixtures/stories.ts'
import { thorough } from '../../fixtures/thorough.ts'
import { PowerCutFileSystem } from '../../unit/files/power-cut-file-system.ts'
import { typing, window1 } from '../../unit/journal/entries.ts'
import { quietly, reopened } from '../library/full-desk.ts'
import { put } from '../library/sound-files.ts'

const root = '/desk'
const letters = ['Ա', 'é', '🛶', 'д', 'ل', '"']

let disk: PowerCutFileSystem
let id: StoryId
let places: StoryPlaces
let journal: Uint8Array
/** The headline after so many whole lines, and where each line ends. */
let headlines: string[]
let ends: number[]

beforeAll(async () => {
  disk = new PowerCutFileSystem()
  const made = await createWorkspace(root, { name: 'Desk', language: english }, { ...quietly, fileSystem: disk })
  id = (await made.createStory({ language: english })).record.id
  await made.close()
  places = storyPlaces(root, id)
  const workspace = await openWorkspace(root, { ...quietly, fileSystem: disk })
  const { authority } = await workspace.openStory(id)
  headlines = ['']
  ends = []
  for (const letter of letters) {
    await authority.receive(authority.version, typing(authority.document, letter), window1)
    headlines.push(headlineOf(authority.document))
    ends.push((await disk.readFile(places.journal)).length)
  }
  journal = await disk.readFile(places.journal)
}, 60_000)

/** What a workspace says and holds whose journal is this. */
async function opened(bytes: Uint8Array, open: boolean): Promise<{ headline: string; damage: string[] }> {
  const next = disk.copy()
  await next.unlink(places.journal)
  await put(next, places.journal, bytes)
  const damage: string[] = []
  return reopened(
    next,
    root,
    async (workspace) => {
      const read = headlineOf((await workspace.readStory(id)).document)
      if (!open) return { headline: read, damage }
      const story = await workspace.openStory(id)
      const { authority } = story
      expect(headlineOf(authority.document)).toBe(read)
      await authority.receive(authority.version, typing(authority.document, '+'), window1)
      await story.close()
      expect(headlineOf((await workspace.readStory(id)).document)).toBe(`+${read}`)
      return { headline: read, damage }
    },
    false,
    (event) => {
      if (event.kind === 'damaged') damage.push(event.message)
    },
  )
}

const wholeLines = (length: number): number => ends.filter((end) => end <= length).length

describe('a story whose journal is damaged', () => {
  it(
    'holds every whole line when it is cut at any byte, without a word, and goes on',
    { timeout: 120_000 },
    async () => {
      for (let length = 0; length <= journal.length; length += 1) {
        const { headline, damage } = await opened(journal.subarray(0, length), length % (thorough ? 5 : 16) === 0)
        expect([length, headline, damage]).toEqual([length, headlines[wholeLines(length)], []])
      }
    },
  )

  it('holds every line before a changed bit, says so, and goes on', { timeout: 120_000 }, async () => {
    for (let at = 0; at < journal.length; at += thorough ? 1 : 17) {
      const bytes = Buffer.from(journal)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8))
      const { headline, damage } = await opened(bytes, at % 3 === 0)
      expect([at, headline]).toEqual([at, headlines[wholeLines(at)]])
      // The last line feed is all that tells a line that is whole from one that was never finished.
      if (at < journal.length - 1) expect(damage.length).toBeGreaterThan(0)
    }
  })
})
