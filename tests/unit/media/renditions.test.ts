import { execFile } from 'node:child_process'
import { readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem as files } from '../../../storage/files/node-file-system.ts'
import { readDescription } from '../../../storage/media/description.ts'
import { embedXmp } from '../../../storage/media/jpeg.ts'
import { renditions } from '../../../storage/media/renditions.ts'
import { writeXmp } from '../../../storage/media/xmp.ts'
import { add, emptyRoot } from './store.ts'

const run = promisify(execFile)
const hasExiftool = await run('exiftool', ['-ver']).then(
  () => true,
  () => false,
)

const use = {
  caption: 'This use: "quoted" <b> & «ёлочки» — «մեջբերում»՝ ։ فارسی 🎉 é',
  alt: 'A sign reads “Road closed”',
  credit: "O'Neil & Sons / Halyard",
  creator: 'Nune Aramian',
  copyright: '© 2026 Halyard',
  source: 'Halyard',
  usageTerms: 'Editorial use only.',
  language: 'hy',
}

describe('renditions', () => {
  it('makes three sizes, never enlarged', async () => {
    const root = await emptyRoot()
    const wide = await add(root, 'wide.jpg')
    const sizes = (await renditions(root, wide.id, { files })).map(({ name, width, height }) => [name, width, height])
    expect(sizes).toEqual([
      ['main', 2048, 1024],
      ['preview', 1280, 640],
      ['thumbnail', 640, 320],
    ])
    const small = await add(root, 'plain.jpg')
    const kept = await renditions(root, small.id, { files })
    expect(kept.map(({ width }) => width)).toEqual([96, 96, 96])
  })

  it('stands upright, is opaque sRGB JPEG, and drops what the original bore', async () => {
    const root = await emptyRoot()
    for (const name of ['turned.jpg', 'clear.png', 'cmyk.jpg', 'scene.gif', 'scene.tif', 'scene.avif', 'xmp.jpg']) {
      const photo = await add(root, name)
      const [main] = await renditions(root, photo.id, { files })
      const about = await sharp(main?.data).metadata()
      expect(about).toMatchObject({
        format: 'jpeg',
        width: photo.width,
        height: photo.height,
        space: 'srgb',
        channels: 3,
        hasAlpha: false,
      })
      expect([about.orientation, about.exif, about.iptc, about.icc]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ])
    }
  })

  it('gives the same bytes from the cache, from a damaged cache and without one', async () => {
    const root = await emptyRoot()
    const photo = await add(root, 'xmp.jpg')
    const first = await renditions(root, photo.id, { files })
    const cache = join(root, 'media', 'renditions', photo.id.slice(0, 2))
    expect(await renditions(root, photo.id, { files })).toEqual(first)
    const [picture] = (await readdir(cache)).filter((name) => name.endsWith('main.jpg'))
    await truncate(join(cache, picture ?? ''), 100)
    expect(await renditions(root, photo.id, { files })).toEqual(first)
    const [list] = (await readdir(cache)).filter((name) => name.endsWith('.json'))
    await writeFile(join(cache, list ?? ''), '{')
    expect(await renditions(root, photo.id, { files })).toEqual(first)
    await rm(join(root, 'media', 'renditions'), { recursive: true })
    expect(await renditions(root, photo.id, { files })).toEqual(first)
  })

  it('embeds the asset’s own words, or those of one use, without touching the picture', async () => {
    const root = await emptyRoot()
    const photo = await add(root, 'marks.jpg')
    const [own] = await renditions(root, photo.id, { files })
    const [used] = await renditions(root, photo.id, { files, description: use })
    if (own === undefined || used === undefined) throw new Error('a size is missing')
    const { caption, alt, credit, copyright } = photo.description
    expect(readDescription(own.data)).toMatchObject({ caption, alt, credit, copyright })
    const { language: _language, ...texts } = use
    expect(readDescription(used.data)).toMatchObject(texts)
    const pixels = (data: Uint8Array): Promise<Buffer> => sharp(data).raw().toBuffer()
    expect(await pixels(used.data)).toEqual(await pixels(own.data))
    expect([own.bytes, used.bytes]).toEqual([own.data.length, used.data.length])
  })

  it.skipIf(!hasExiftool)('is read by ExifTool without a warning', async () => {
    const root = await emptyRoot()
    const photo = await add(root, 'plain.jpg')
    const [main] = await renditions(root, photo.id, { files, description: use })
    const path = join(root, 'rendition.jpg')
    await writeFile(path, main?.data ?? new Uint8Array())
    const { stdout } = await run('exiftool', ['-j', '-a', '-G1', '-validate', '-all', path])
    const [read] = JSON.parse(stdout) as [Record<string, unknown>]
    expect(read).toMatchObject({
      'XMP-dc:Description': use.caption,
      'XMP-dc:Description-hy': use.caption,
      'XMP-iptcCore:AltTextAccessibility': use.alt,
      'XMP-dc:Creator': use.creator,
      'XMP-dc:Rights': use.copyright,
      'XMP-photoshop:Credit': use.credit,
      'XMP-photoshop:Source': use.source,
      'XMP-xmpRights:UsageTerms': use.usageTerms,
      'ExifTool:Validate': 'OK',
    })
    expect(read).not.toHaveProperty('ExifTool:Warning')
  })

  it('fits texts of any length into one segment and keeps 5,000 characters whole', async () => {
    const root = await emptyRoot()
    const photo = await add(root, 'plain.jpg')
    const long = 'Կ"&<'.repeat(1250)
    const [whole] = await renditions(root, photo.id, { files, description: { ...use, language: null, caption: long } })
    expect(readDescription(whole?.data ?? new Uint8Array()).caption).toBe(long)
    const [cut] = await renditions(root, photo.id, {
      files,
      description: { ...use, caption: '&'.repeat(20_000), alt: '🎉'.repeat(20_000) },
    })
    const read = readDescription(cut?.data ?? new Uint8Array())
    expect(read.caption.length).toBeGreaterThan(2000)
    expect(read.alt).toMatch(/^🎉+$/u)
    expect(read.credit).toBe(use.credit)
  })

  it('says which photo is missing', async () => {
    const root = await emptyRoot()
    const photo = await add(root, 'plain.jpg')
    await rm(join(root, 'media', photo.id.slice(0, 2), `${photo.id}.jpg`))
    await expect(renditions(root, photo.id, { files })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('embedXmp', () => {
  it('keeps a JFIF header first', async () => {
    const jfif = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xd9])
    const marked = embedXmp(jfif, writeXmp(use))
    expect([...marked.subarray(0, 10)]).toEqual([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xe1])
    expect([...marked.subarray(-2)]).toEqual([0xff, 0xd9])
  })
})
