import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createWorkspace, openWorkspace } from '../../../storage/library/open-workspace.ts'
import { findPhoto } from '../../../storage/media/photos.ts'
import { figures } from '../../../storage/model/figures.ts'
import type { Figure } from '../../../storage/model/figures.ts'
import { english } from '../../fixtures/stories.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'
import { runMoveIn } from './moving.ts'
import type { Run } from './moving.ts'

const photo = join(import.meta.dirname, '../../fixtures/photos/marks.jpg')
const text = '<h1>The ferry bell rings</h1><p>The bell was hung on Tuesday, in front of half the town.</p>'

/** A folder with a page and the folder that a browser saves beside it, its photo in it, and a photo outside of it all. */
async function saved(page: string): Promise<{ root: string; archive: string; outside: string }> {
  const folder = await temporaryFolder()
  const [root, archive, outside] = [join(folder, 'desk'), join(folder, 'archive'), join(folder, 'outside.jpg')]
  await (await createWorkspace(root, { name: 'The desk', language: english })).close()
  await mkdir(join(archive, 'bell_files'), { recursive: true })
  await copyFile(photo, outside)
  await copyFile(photo, join(archive, 'bell_files', 'the bell.jpg'))
  await writeFile(join(archive, 'bell_files', 'menu.js'), 'run()')
  await writeFile(join(archive, 'bell.html'), `<!doctype html><body>${text}${page}</body>`)
  return { root, archive, outside }
}

async function figuresOf(root: string, { moved }: Run): Promise<Figure[]> {
  const [first] = moved
  if (first?.outcome !== 'imported') throw new Error('nothing came in')
  const workspace = await openWorkspace(root)
  try {
    return figures((await workspace.readStory(first.id)).document)
  } finally {
    await workspace.close()
  }
}

describe('a saved page', () => {
  it('brings the photos beside it, with the page’s captions and alt texts, and nothing else of its folder', async () => {
    const { root, archive } = await saved(
      '<figure><img src="./bell_files/the%20bell.jpg" alt="A bell"><figcaption>The new rope.</figcaption></figure>',
    )
    const run = await runMoveIn(root, [archive])
    expect(run.moved).toHaveLength(1)
    expect(run.end.skipped.rubbish).toBe(1)
    const [figure] = await figuresOf(root, run)
    expect(figure).toMatchObject({ caption: 'The new rope.', attributes: { alt: 'A bell' } })
    const media = figure?.attributes.media ?? null
    expect(media === null ? null : await findPhoto(root, media)).toMatchObject({ name: 'the bell.jpg' })
  })

  it('does so when it is named itself', async () => {
    const { root, archive } = await saved('<img src="bell_files/the bell.jpg" alt="A bell">')
    const [figure] = await figuresOf(root, await runMoveIn(root, [join(archive, 'bell.html')]))
    expect(figure?.attributes.media).toMatch(/^[0-9a-f]{64}$/u)
  })

  it.each([
    '../outside.jpg',
    '..%2Foutside.jpg',
    'bell_files/link.jpg',
    'file:///etc/hostname',
    'https://example.org/a.jpg',
  ])('reads nothing at %s, keeps the figure, and says that a photo is missing', async (address) => {
    const { root, archive, outside } = await saved(`<img src="${address}" alt="A bell">`)
    await symlink(outside, join(archive, 'bell_files', 'link.jpg'))
    const run = await runMoveIn(root, [archive])
    expect(run.moved).toMatchObject([{ outcome: 'imported', warnings: [{ code: 'photos_missing' }] }])
    expect((await figuresOf(root, run)).map(({ attributes }) => attributes.media)).toEqual([null])
  })

  it('keeps the figure when what lies there is no photo', async () => {
    const { root, archive } = await saved('<img src="bell_files/menu.js" alt="A bell">')
    const run = await runMoveIn(root, [archive])
    expect(run.moved).toMatchObject([{ outcome: 'imported', warnings: [{ code: 'photo_refused' }] }])
  })
})
