import { mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { readManifest } from '../../../storage/publish/bundle/manifest.ts'
import { publish } from '../../../storage/publish/publish.ts'
import { verify } from '../../../storage/publish/verify.ts'
import { filesIn } from './bundle-files.ts'
import { now, request, testDesk } from './desk.ts'
import type { TestDesk } from './desk.ts'
import { footbridge } from './story.ts'

/** A small bundle without photos: enough to be broken in every way. */
describe('verify', () => {
  let desk: TestDesk
  let bundle = ''
  let zip = ''
  let count = 0

  beforeAll(async () => {
    desk = await testDesk(footbridge(null))
    bundle = join(desk.root, 'bundle')
    zip = join(desk.root, 'bundle.zip')
    const formats = ['ninjs'] as const
    await publish(request(desk, bundle, { formats }), desk, { now })
    await publish(request(desk, zip, { formats }), desk, { now })
  })

  /** A copy of the bundle to break. */
  async function copy(change: (files: Map<string, Buffer>) => void = () => undefined): Promise<string> {
    const files = await filesIn(bundle)
    change(files)
    const root = join(desk.root, `copy-${++count}`)
    for (const [path, bytes] of files) {
      await mkdir(join(root, path, '..'), { recursive: true })
      await writeFile(join(root, path), bytes)
    }
    return root
  }

  it('is content with a bundle, with a copy of it, and with the same files packed by somebody else', async () => {
    expect(await verify(bundle)).toEqual({ ok: true, problems: [] })
    expect(await verify(zip)).toEqual({ ok: true, problems: [] })
    expect(await verify(await copy())).toEqual({ ok: true, problems: [] })
    const packed = join(desk.root, 'packed-elsewhere.zip')
    await writeFile(packed, zipSync(Object.fromEntries(await filesIn(bundle))))
    expect(await verify(packed)).toEqual({ ok: true, problems: [] })
  })

  it('finds every changed byte of every file', async () => {
    const root = await copy()
    for (const [path, bytes] of await filesIn(root)) {
      for (let at = 0; at < bytes.length; at += 61) {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ 1
        await writeFile(join(root, path), changed)
        const found = await verify(root)
        expect(found.ok, `${path} at ${at}`).toBe(false)
        expect(found.problems.map((problem) => problem.path)).toContain(path)
      }
      await writeFile(join(root, path), bytes)
    }
    expect((await verify(root)).ok).toBe(true)
  })

  it('finds every changed byte of the manifest, which no other file guards', async () => {
    const bytes = await readFile(join(bundle, 'manifest.json'))
    expect(readManifest(bytes).stories).toHaveLength(1)
    for (let at = 0; at < bytes.length; at += 1) {
      for (const bit of [1, 2, 32, 128]) {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ bit
        expect(() => readManifest(changed), `at ${at}`).toThrow('manifest of this bundle is damaged')
      }
    }
  })

  it('finds every changed byte of a zip', async () => {
    const bytes = await readFile(zip)
    const target = join(desk.root, 'flipped.zip')
    // The tables are at the end; of the packed files, which have hashes of their own as well, one byte in 37.
    const tables = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    for (let at = 0; at < bytes.length; at += at < tables ? 37 : 2) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
      await writeFile(target, changed)
      expect((await verify(target)).ok, `at ${at} of ${bytes.length}`).toBe(false)
    }
  })

  it('finds every cut of a zip', async () => {
    const bytes = await readFile(zip)
    const target = join(desk.root, 'cut.zip')
    for (let length = 0; length < bytes.length; length += 101) {
      await writeFile(target, bytes.subarray(0, length))
      expect((await verify(target)).ok, `cut at ${length}`).toBe(false)
    }
  })

  it('finds every missing, added and renamed file', async () => {
    for (const path of (await filesIn(bundle)).keys()) {
      const missing = await verify(await copy((files) => files.delete(path)))
      expect(missing.problems).toEqual([{ path, problem: 'is missing' }])
    }
    const added = await verify(await copy((files) => files.set('stories/extra.txt', Buffer.from('x'))))
    expect(added.problems).toEqual([{ path: 'stories/extra.txt', problem: 'is not in the manifest' }])

    const root = await copy()
    const from = 'stories/FOOTBRIDGE-ARU/quotes.json'
    await rename(join(root, from), join(root, 'stories/FOOTBRIDGE-ARU/quote.json'))
    expect((await verify(root)).problems).toEqual([
      { path: 'stories/FOOTBRIDGE-ARU/quote.json', problem: 'is not in the manifest' },
      { path: from, problem: 'is missing' },
    ])

    const hollow = await copy()
    await mkdir(join(hollow, 'media'))
    expect((await verify(hollow)).problems).toEqual([{ path: 'media', problem: 'is an empty folder' }])
  })

  it('follows no link', async () => {
    const root = await copy()
    const path = 'stories/FOOTBRIDGE-ARU/quotes.json'
    await rename(join(root, path), join(desk.root, 'elsewhere.json'))
    await symlink(join(desk.root, 'elsewhere.json'), join(root, path))
    expect((await verify(root)).problems).toContainEqual({ path, problem: 'is a link' })
    await rm(join(root, path))
    await symlink(desk.root, join(root, 'stories', 'out'))
    expect((await verify(root)).problems).toContainEqual({ path: 'stories/out', problem: 'is a link' })
  })

  it('refuses zips that lead outside, hold a link, or name a file twice', async () => {
    const files = Object.fromEntries(await filesIn(bundle))
    const hostile = join(desk.root, 'hostile.zip')
    const problemsOf = async (entries: Parameters<typeof zipSync>[0]): Promise<string[]> => {
      await writeFile(hostile, zipSync({ ...files, ...entries }))
      const { ok, problems } = await verify(hostile)
      expect(ok).toBe(false)
      return problems.map(({ problem }) => problem)
    }
    const outside = 'This is no bundle of Galley, or it is damaged beyond reading.'
    expect(await problemsOf({ '../evil.txt': new Uint8Array(1) })).toEqual([outside])
    expect(await problemsOf({ '/evil.txt': new Uint8Array(1) })).toEqual([outside])
    const link = [new Uint8Array([0x2f]), { os: 3, attrs: 0o120777 << 16 }] as const
    expect(await problemsOf({ link: [...link] })).toEqual(['is a link'])
    const twice = zipSync({ ...files, 'manifest.jsoN': new Uint8Array(1) })
    const renamed = Buffer.from(twice)
    for (let at = renamed.indexOf('manifest.jsoN'); at !== -1; at = renamed.indexOf('manifest.jsoN')) {
      renamed.write('manifest.json', at)
    }
    await writeFile(hostile, renamed)
    expect((await verify(hostile)).problems).toContainEqual({ path: 'manifest.json', problem: 'is there twice' })
  })

  it('does not believe a zip about its lengths', async () => {
    const files = Object.fromEntries(await filesIn(bundle))
    const path = Object.keys(files).find((name) => name.endsWith('quotes.json')) ?? ''
    const bomb = zipSync({ ...files, [path]: new Uint8Array(50_000_000) })
    const lying = Buffer.from(bomb)
    const real = files[path]?.length ?? 0
    const length = Buffer.alloc(4)
    length.writeUInt32LE(50_000_000)
    for (let at = lying.indexOf(length); at !== -1; at = lying.indexOf(length)) lying.writeUInt32LE(real, at)
    await writeFile(join(desk.root, 'lying.zip'), lying)
    expect((await verify(join(desk.root, 'lying.zip'))).problems).toEqual([{ path, problem: 'cannot be read' }])
  })

  it('says what is no bundle at all', async () => {
    await expect(verify(join(desk.root, 'nowhere'))).rejects.toMatchObject({ code: 'not_found' })
    const text = join(desk.root, 'text.txt')
    await writeFile(text, 'hello')
    expect((await verify(text)).ok).toBe(false)
    expect((await verify(await copy((files) => files.set('manifest.json', Buffer.from('{}'))))).problems).toEqual([
      { path: 'manifest.json', problem: 'is no manifest of a Galley bundle' },
    ])
  })
})
