import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../storage/files/node-file-system.ts'
import type { FileSystem } from '../../../storage/files/file-system.ts'
import { addPhoto, findPhoto, readOriginal, readPhoto } from '../../../storage/media/photos.ts'
import { mediaIdSchema } from '../../../storage/model/ids.ts'
import { add, emptyRoot, fixture } from './store.ts'

async function filesUnder(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile() && entry.name !== 'galley.json').map((entry) => entry.name)
}

describe('addPhoto', () => {
  it('keeps the original to the byte, under its hash, with the record beside it', async () => {
    const root = await emptyRoot()
    const bytes = await fixture('xmp.jpg')
    const photo = await add(root, 'xmp.jpg')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(photo.id).toBe(sha256)
    const folder = join(root, 'media', sha256.slice(0, 2))
    expect((await readdir(folder)).sort()).toEqual([`${sha256}.jpg`, `${sha256}.json`])
    expect(await readFile(join(folder, `${sha256}.jpg`))).toEqual(bytes)
    expect(await readPhoto(root, photo.id)).toEqual(photo)
    expect(Buffer.from(await readOriginal(root, photo))).toEqual(bytes)
  })

  it('stores the same bytes once and keeps what was first known of them', async () => {
    const root = await emptyRoot()
    const first = await add(root, 'plain.jpg')
    const again = await addPhoto(root, 'other-name.jpg', await fixture('plain.jpg'), { files: nodeFileSystem })
    expect(again).toEqual(first)
    expect(await filesUnder(root)).toHaveLength(2)
  })

  it.each([
    ['scene.webp', 'image/webp', 96, 64],
    ['scene.gif', 'image/gif', 48, 32],
    ['scene.tif', 'image/tiff', 48, 32],
    ['scene.avif', 'image/avif', 96, 64],
    ['clear.png', 'image/png', 64, 48],
    ['cmyk.jpg', 'image/jpeg', 64, 48],
    ['turned.jpg', 'image/jpeg', 64, 96],
  ])('takes %s and measures it as seen', async (name, type, width, height) => {
    const photo = await add(await emptyRoot(), name)
    expect(photo).toMatchObject({ type, width, height })
  })

  it('goes by the bytes, not by the name, and keeps only the last part of a path', async () => {
    const root = await emptyRoot()
    const photo = await addPhoto(root, 'C:\\pictures\\..\\picture\u202egpj.png', await fixture('xmp.jpg'), {
      files: nodeFileSystem,
    })
    expect(photo).toMatchObject({ type: 'image/jpeg', name: 'picturegpj.png' })
  })

  it.each([
    ['cut.jpg', 'not_an_image'],
    ['lying.gif', 'not_an_image'],
    ['drawing.svg', 'unsupported_format'],
    ['apple.heic', 'unsupported_format'],
    ['bomb.png', 'too_large'],
    ['README.md', 'not_an_image'],
  ])('refuses %s as %s and leaves nothing', async (name, code) => {
    const root = await emptyRoot()
    await expect(add(root, name)).rejects.toMatchObject({ name: 'GalleyError', code })
    expect(await filesUnder(root)).toEqual([])
  })

  it('refuses every cut of a photo', async () => {
    const root = await emptyRoot()
    const bytes = await fixture('plain.jpg')
    for (let length = 0; length < bytes.length; length += 37) {
      const cut = addPhoto(root, 'cut.jpg', bytes.subarray(0, length), { files: nodeFileSystem })
      await expect(cut).rejects.toMatchObject({ code: 'not_an_image' })
    }
    expect(await filesUnder(root)).toEqual([])
  })

  it('leaves nothing when the disk refuses the record', async () => {
    const root = await emptyRoot()
    const full: FileSystem = {
      ...nodeFileSystem,
      open: (path, flags) =>
        path.includes('.json.')
          ? Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }))
          : nodeFileSystem.open(path, flags),
    }
    const bytes = await fixture('plain.jpg')
    await expect(addPhoto(root, 'plain.jpg', bytes, { files: full })).rejects.toMatchObject({ code: 'disk_full' })
    expect(await filesUnder(root)).toEqual([])
  })

  it.each(['empty', 'gone'])('makes nothing where the folder of the workspace is %s', async (how) => {
    const root = await emptyRoot()
    await rm(root, { recursive: true })
    if (how === 'empty') await mkdir(root)
    await expect(add(root, 'plain.jpg')).rejects.toMatchObject({ code: 'disk_refused' })
    if (how === 'empty') expect(await readdir(root)).toEqual([])
    else await expect(readdir(root)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('findPhoto and readPhoto', () => {
  it('say when there is none', async () => {
    const root = await emptyRoot()
    const id = mediaIdSchema.parse('0'.repeat(64))
    expect(await findPhoto(root, id)).toBeNull()
    await expect(readPhoto(root, id)).rejects.toMatchObject({ code: 'not_found' })
  })
})
