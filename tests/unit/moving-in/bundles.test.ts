import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { cp, mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createWorkspace, openWorkspace } from '../../../storage/library/open-workspace.ts'
import { figures } from '../../../storage/model/figures.ts'
import { writeStory } from '../../../storage/model/story.ts'
import type { Story } from '../../../storage/model/story.ts'
import { readPhoto } from '../../../storage/media/photos.ts'
import { writeManifest } from '../../../storage/publish/bundle/manifest.ts'
import type { Manifest } from '../../../storage/publish/bundle/manifest.ts'
import { publish } from '../../../storage/publish/publish.ts'
import { english } from '../../fixtures/stories.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'
import { filesIn, jsonIn } from '../publish/bundle-files.ts'
import { now, request, testDesk } from '../publish/desk.ts'
import { footbridge } from '../publish/story.ts'
import { countsOf, runMoveIn, storiesIn } from './moving.ts'
import type { Run } from './moving.ts'

const folder = 'stories/FOOTBRIDGE-ARU'

/** An empty workspace, and a bundle of a story with a photo beside it. */
async function bundled(zip = false): Promise<{ root: string; place: string; bundle: string; story: Story }> {
  const place = await temporaryFolder()
  const root = join(place, 'desk')
  await (await createWorkspace(root, { name: 'The desk', language: english })).close()
  const desk = await testDesk()
  const photo = await desk.addPhoto('marks.jpg')
  const story = footbridge(photo.id)
  desk.stories.set(story.record.id, story)
  const bundle = join(place, zip ? 'bundle.zip' : 'bundle')
  await publish(request(desk, bundle, { zip }), desk, { now })
  return { root, place, bundle, story }
}

async function storyOf(root: string, { moved }: Run): Promise<Story> {
  const [first] = moved
  if (first === undefined || first.outcome === 'refused') throw new Error('nothing came in')
  const workspace = await openWorkspace(root)
  try {
    return await workspace.readStory(first.id)
  } finally {
    await workspace.close()
  }
}

/** The files of a workspace's stories and photos: what must not be there after a refusal. */
async function leftIn(root: string): Promise<string[]> {
  const all = await readdir(root, { recursive: true })
  return all.filter((path) => /^(?:stories|media)\W.*\.\w+$/u.test(path))
}

describe('a bundle', () => {
  it.each([false, true])('comes in with its photo under ids of its own, once (zip: %s)', async (zip) => {
    const { root, bundle, story } = await bundled(zip)
    const run = await runMoveIn(root, [bundle])
    expect(run.moved).toMatchObject([{ outcome: 'imported', file: bundle, slug: 'FOOTBRIDGE-ARU', warnings: [] }])
    const { record, document } = await storyOf(root, run)
    expect(record.id).not.toBe(story.record.id)
    expect(record).toMatchObject({ byline: story.record.byline, dateline: story.record.dateline, status: 'draft' })
    const [figure] = figures(document)
    if (figure?.attributes.media === null || figure === undefined) throw new Error('the photo did not come in')
    expect((await readPhoto(root, figure.attributes.media)).description.credit).toBe('Nune Aramian/Halyard')
    expect(document.textContent).toBe(story.document.textContent)
    expect(countsOf(await runMoveIn(root, [bundle]))).toEqual({ imported: 0, already: 1, refused: 0 })
    expect(await storiesIn(root)).toBe(1)
  })

  it('is found in a folder of other files, and comes in as one', async () => {
    const { root, place, bundle } = await bundled()
    const archive = join(place, 'archive')
    await mkdir(archive)
    await cp(bundle, join(archive, 'inside', 'the bundle'), { recursive: true })
    await writeFile(join(archive, 'note.txt'), 'A note\n\nThe ferry bell was hung on Tuesday.\n')
    const run = await runMoveIn(root, [archive])
    expect(countsOf(run)).toEqual({ imported: 2, already: 0, refused: 0 })
    expect(run.end.left).toBe(0)
  })

  it('of ninjs alone comes in by it, with headline, photo, quotation and speaker', async () => {
    const { root, place } = await bundled()
    const desk = await testDesk()
    const story = footbridge((await desk.addPhoto('marks.jpg')).id)
    desk.stories.set(story.record.id, story)
    const bundle = join(place, 'ninjs')
    await publish(request(desk, bundle, { formats: ['ninjs'] }), desk, { now })
    const run = await runMoveIn(root, [bundle])
    const { record, document } = await storyOf(root, run)
    expect(document.textContent).toBe(story.document.textContent)
    expect(record).toMatchObject({ slug: 'FOOTBRIDGE-ARU', byline: story.record.byline, dateline: { place: 'Aru' } })
    const [shown] = figures(document)
    expect(shown?.caption).toBe('Villagers cross the mended footbridge at Aru Pass.')
    expect(shown?.attributes.media).toMatch(/^[0-9a-f]{64}$/u)
    const quotes = Object.values(document.attrs['quotes'] as Record<string, { speaker: { name: string } }>)
    expect(quotes.map(({ speaker }) => speaker.name)).toEqual(['Karine Petrosian'])
  })

  it('that was made here is there already, and with another text is a story of its own', async () => {
    const { root, place, bundle } = await bundled()
    const [moved] = (await runMoveIn(root, [bundle])).moved
    if (moved?.outcome !== 'imported') throw new Error('nothing came in')
    const workspace = await openWorkspace(root)
    const story = await workspace.readStory(moved.id)
    await workspace.close()
    const file = join(place, 'mine.json')
    await writeFile(file, JSON.stringify(writeStory(story, 0)))
    expect((await runMoveIn(root, [file])).moved).toMatchObject([{ outcome: 'already', id: moved.id }])
    const other = JSON.stringify(writeStory(story, 0)).replace('ninety planks', 'eighty planks')
    await writeFile(file, other)
    expect((await runMoveIn(root, [file])).moved).toMatchObject([{ outcome: 'imported', as: 'new' }])
  })
})

describe('a hostile bundle', () => {
  /** The files of a bundle as they are, to be changed and sealed again as somebody would who knows how. */
  async function opened(bundle: string): Promise<{ files: Record<string, Uint8Array>; manifest: Manifest }> {
    const files: Record<string, Uint8Array> = {}
    for (const path of (await filesIn(bundle)).keys()) files[path] = await readFile(join(bundle, path))
    return { files, manifest: (await jsonIn(bundle, 'manifest.json')) as Manifest }
  }

  async function refused(root: string, bundle: string): Promise<string> {
    const before = await leftIn(root)
    const { moved } = await runMoveIn(root, [bundle])
    expect(moved).toMatchObject([{ outcome: 'refused', file: bundle }])
    expect(await leftIn(root)).toEqual(before)
    const [first] = moved
    return first?.outcome === 'refused' ? `${first.code}: ${first.message}` : ''
  }

  it('with a changed file, a lying manifest, or a file too many is refused whole', async () => {
    const { root, bundle, place } = await bundled()
    await cp(bundle, join(place, 'changed'), { recursive: true })
    await writeFile(join(place, 'changed', folder, 'story.json'), '{}')
    expect(await refused(root, join(place, 'changed'))).toContain(`bundle_invalid: This bundle is not what`)

    await cp(bundle, join(place, 'lying'), { recursive: true })
    const manifest = await readFile(join(bundle, 'manifest.json'), 'utf8')
    await writeFile(join(place, 'lying', 'manifest.json'), manifest.replace('FOOTBRIDGE-ARU', 'FOOTBRIDGE-ARA'))
    expect(await refused(root, join(place, 'lying'))).toContain('bundle_invalid')

    await cp(bundle, join(place, 'more'), { recursive: true })
    await writeFile(join(place, 'more', 'extra.txt'), 'x')
    expect(await refused(root, join(place, 'more'))).toContain('extra.txt is not in the manifest')
  })

  it('with a link, or a path that leads outside, is refused whole', async () => {
    const { root, bundle, place } = await bundled()
    await cp(bundle, join(place, 'linked'), { recursive: true })
    await symlink('/etc/hostname', join(place, 'linked', 'media', 'link.jpg'))
    expect(await refused(root, join(place, 'linked'))).toContain('media/link.jpg is a link')

    const { files } = await opened(bundle)
    await writeFile(join(place, 'outside.zip'), zipSync({ ...files, '../../outside.txt': strToU8('x') }))
    expect(await refused(root, join(place, 'outside.zip'))).toMatch(/^bundle_invalid/u)
  })

  it('that unpacks to far more than it is, is refused before it is read', async () => {
    const { root, bundle, place } = await bundled()
    const { files } = await opened(bundle)
    await writeFile(join(place, 'bomb.zip'), zipSync({ ...files, 'media/bomb.jpg': new Uint8Array(120 * 1024 ** 2) }))
    expect(await refused(root, join(place, 'bomb.zip'))).toMatch(/^too_large/u)
  })

  it('whose figures name files outside of it reads none of them', async () => {
    const { root, bundle, place } = await bundled()
    const { files, manifest } = await opened(bundle)
    const hostile = join(place, 'hostile')
    await cp(bundle, hostile, { recursive: true })
    await writeFile(
      join(place, 'secret.jpg'),
      files[manifest.files.find(({ path }) => /main/u.test(path))?.path ?? ''] ?? '',
    )
    const captions = Buffer.from(files[`${folder}/captions.json`] ?? [])
      .toString()
      .replaceAll(/"path": "media[^"]*"/gu, '"path": "../secret.jpg"')
    await writeFile(join(hostile, folder, 'captions.json'), captions)
    const listed = manifest.files.map((file) =>
      file.path === `${folder}/captions.json`
        ? {
            ...file,
            bytes: Buffer.byteLength(captions),
            sha256: createHash('sha256').update(captions).digest('hex'),
          }
        : file,
    )
    await writeFile(join(hostile, 'manifest.json'), writeManifest(manifest.stories, listed))
    const run = await runMoveIn(root, [hostile])
    expect(run.moved).toMatchObject([{ outcome: 'imported', warnings: [{ code: 'photos_missing' }] }])
    expect((await leftIn(root)).filter((path) => path.startsWith('media'))).toEqual([])
  })
})
