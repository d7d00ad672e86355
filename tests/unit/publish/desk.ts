import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { nodeFileSystem as files } from '../../../storage/files/node-file-system.ts'
import { isKept } from '../../../storage/library/places.ts'
import { addPhoto, findPhoto } from '../../../storage/media/photos.ts'
import { renditions } from '../../../storage/media/renditions.ts'
import { GalleyError } from '../../../storage/model/errors.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import type { LedgerEntry } from '../../../storage/model/ledger.ts'
import type { Photo } from '../../../storage/model/photo.ts'
import { defaultSettings } from '../../../storage/model/settings.ts'
import type { Settings } from '../../../storage/model/settings.ts'
import type { Story } from '../../../storage/model/story.ts'
import type { PublishingDesk } from '../../../storage/publish/desk.ts'
import type { PublishRequest } from '../../../storage/publish/request.ts'

/** A desk with real photos in a real folder; stories, settings and ledger are in memory, to be looked at and changed. */
export interface TestDesk extends PublishingDesk {
  readonly root: string
  readonly stories: Map<StoryId, Story>
  readonly entries: LedgerEntry[]
  settings: Settings
  addPhoto(name: string): Promise<Photo>
}

export async function testDesk(...stories: readonly Story[]): Promise<TestDesk> {
  const root = await mkdtemp(join(tmpdir(), 'galley-publish-'))
  await writeFile(join(root, 'galley.json'), '{}')
  afterAll(() => rm(root, { recursive: true, force: true }))
  const byId = new Map(stories.map((story) => [story.record.id, story]))
  const read = (id: StoryId): Story => {
    const story = byId.get(id)
    if (story === undefined) throw new GalleyError('not_found', 'This story is not there.')
    return story
  }
  const entries: LedgerEntry[] = []
  const desk: TestDesk = {
    root,
    stories: byId,
    entries,
    newsroom: 'Halyard newsroom',
    isKept: (path) => isKept(root, path),
    settings: {
      ...defaultSettings,
      publisher: { name: 'Halyard', copyrightNotice: '© 2026 Halyard', usageTerms: 'Free to print with credit.' },
    },
    addPhoto: async (name) =>
      addPhoto(root, name, await readFile(join(import.meta.dirname, '../../fixtures/photos', name)), { files }),
    readStory: async (id) => read(id),
    languageVersions: async (id) => {
      const source = read(id).record.translation?.of ?? id
      return [...byId.values()]
        .filter(({ record }) => record.id === source || record.translation?.of === source)
        .map(({ record: { id: each, language, translation, publications } }) => ({
          id: each,
          language,
          isSource: translation === null,
          isPublished: publications.length > 0,
        }))
    },
    readPhoto: (id) => findPhoto(root, id),
    renditions: (id, description) => renditions(root, id, { files, description }),
    readSettings: async () => desk.settings,
    recordPublication: async (id, publication) => {
      const { record, document } = read(id)
      const publications = [...record.publications, publication]
      const status = publication.kind === 'kill' ? 'withdrawn' : 'published'
      byId.set(id, { document, record: { ...record, publications, status, updated: publication.at } })
    },
    ledger: {
      append: async (fresh) => {
        entries.push(...fresh)
      },
      read: async (month) => entries.filter(({ at }) => at.startsWith(month)),
    },
  }
  return desk
}

export const now = '2026-05-03T06:10:00.000Z'
export const later = '2026-05-03T08:45:30.000Z'

/** A request for the bundle at a path. */
export function request(desk: TestDesk, path: string, changes: Partial<PublishRequest> = {}): PublishRequest {
  return {
    ids: [...desk.stories.keys()],
    destination: { path },
    zip: false,
    formats: ['ninjs', 'jsonld', 'html', 'galley'],
    kind: 'publish',
    note: '',
    ...changes,
  }
}
