import fc from 'fast-check'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../storage/files/node-file-system.ts'
import { examine } from '../../../storage/library/doctor/doctor.ts'
import type { Report } from '../../../storage/library/doctor/doctor.ts'
import { createWorkspace, openWorkspace } from '../../../storage/library/open-workspace.ts'
import type { Workspace } from '../../../storage/library/workspace.ts'
import { addPhoto, findPhoto } from '../../../storage/media/photos.ts'
import type { MediaId, StoryId } from '../../../storage/model/ids.ts'
import { slugSchema } from '../../../storage/model/record.ts'
import { english, sampleDocument } from '../../fixtures/stories.ts'
import { contentOf } from '../../unit/library/folder-content.ts'
import { type } from '../../unit/library/workspaces.ts'

const now = new Date('2026-04-14T09:00:00.000Z')

interface Desk {
  readonly root: string
  readonly story: StoryId
  readonly trashed: StoryId
  readonly photo: MediaId
}

/** A closed workspace with two generations of everything. */
async function makeDesk(root: string): Promise<Desk> {
  const workspace = await createWorkspace(root, { name: 'The desk', language: english }, { now: () => now })
  const story = (await workspace.createStory({ language: english, document: sampleDocument() })).record.id
  await type(workspace, story, 'Ա', '«Ё»', '🛶')
  await workspace.nameVersion(story, 'first draft')
  const trashed = (await workspace.createStory({ language: english, document: sampleDocument() })).record.id
  await type(workspace, trashed, 'قایق')
  await workspace.trash(trashed)
  for (const editor of ['Mara Teyf', 'Նարեկ']) await workspace.changeSettings({ editor })
  for (const name of ['Mara', 'Նարեկ', 'Լիա']) await workspace.addEntity({ kind: 'person', name, role: '' })
  const bytes = await readFile(join(import.meta.dirname, '../../fixtures/photos/armenian.jpg'))
  const photo = (await addPhoto(root, 'armenian.jpg', bytes, { files: nodeFileSystem, now })).id
  for (const version of [1, 2]) {
    await workspace.ledger.append([
      {
        version,
        at: now.toISOString(),
        kind: version === 1 ? 'first' : 'update',
        note: '',
        sha256: '0'.repeat(64),
        story,
        slug: slugSchema.parse('FERRY'),
        headline: 'The ferry',
        evolvedFrom: version === 1 ? null : 1,
        formats: ['ninjs'],
        bundle: 'ferry',
        manifest: '1'.repeat(64),
      },
    ])
  }
  await workspace.close()
  return { root, story, trashed, photo }
}

/** What a workspace holds, as text that can be compared. `newest` holds what only the newest generations have. */
async function held(
  workspace: Workspace,
  { story, trashed, photo }: Desk,
): Promise<{ always: unknown; newest: unknown }> {
  const { record, document } = await workspace.readStory(story)
  const { settings, name } = workspace
  const listed = await workspace.trashed()
  await workspace.restoreFromTrash(trashed)
  const back = await workspace.readStory(trashed)
  const kept = await findPhoto(workspace.root, photo)
  return {
    always: {
      stories: [record, document.toJSON(), back.record, back.document.toJSON()],
      trashed: listed.map(({ id }) => id),
      name,
      language: settings.language,
      description: kept?.description,
    },
    newest: {
      settings,
      entities: workspace.searchEntities({ query: '', kind: null, limit: 10 }).map((entity) => entity.name),
      ledger: (await workspace.ledger.read('2026-04')).length,
      versions: (await workspace.versions(story)).map((version) => version.name),
    },
  }
}

async function opened<T>(root: string, work: (workspace: Workspace) => Promise<T>): Promise<T> {
  const workspace = await openWorkspace(root, { now: () => now })
  try {
    return await work(workspace)
  } finally {
    await workspace.close()
  }
}

/** What was found, but for the photo that the sample story names and nobody has. */
const codesOf = ({ problems }: Report): string[] =>
  problems.map(({ code }) => code).filter((code) => code !== 'media_missing')

const someDamage = fc.oneof(
  fc.record({
    how: fc.constant('cut' as const),
    part: fc.double({ min: 0, max: 0.999, noNaN: true }),
    bit: fc.constant(0),
  }),
  fc.record({ how: fc.constant('zero' as const), part: fc.constant(0), bit: fc.constant(0) }),
  fc.record({
    how: fc.constant('flip' as const),
    part: fc.double({ min: 0, max: 0.999, noNaN: true }),
    bit: fc.nat(7),
  }),
)

describe('a workspace with one damaged file', () => {
  it('is told of, and mended it opens and holds all that another copy holds', { timeout: 240_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'galley-property-'))
    try {
      const desk = await makeDesk(join(folder, 'desk'))
      const files = Object.keys(await contentOf(desk.root))
      await cp(desk.root, join(folder, 'sound'), { recursive: true })
      const sound = await opened(join(folder, 'sound'), (workspace) => held(workspace, desk))
      expect(files.length).toBeGreaterThanOrEqual(16)
      let round = 0
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...files), someDamage, async (file, { how, part, bit }) => {
          const root = join(folder, String((round += 1)))
          await cp(desk.root, root, { recursive: true })
          const path = join(root, file)
          const bytes = await readFile(path)
          const at = Math.floor(bytes.length * part)
          if (how === 'flip') bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
          await writeFile(
            path,
            how === 'cut' ? bytes.subarray(0, at) : how === 'zero' ? Buffer.alloc(bytes.length) : bytes,
          )

          const isSound = codesOf(await examine(root, { repair: false, now })).length === 0
          const damaged = await contentOf(root)
          const repaired = await examine(root, { repair: true, now })
          if (isSound) expect(await contentOf(root)).toEqual(damaged)
          // Only a photo's own file has no second copy.
          const isOriginal = file.startsWith('media/') && !file.endsWith('.json')
          expect(codesOf(repaired)).toEqual(isOriginal ? ['media_without_original'] : [])
          const after = await opened(root, (workspace) => held(workspace, desk))
          expect(after.always).toEqual(sound.always)
          if (isSound) expect(after.newest).toEqual(sound.newest)
          await rm(root, { recursive: true })
        }),
        { numRuns: 40 },
      )
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
