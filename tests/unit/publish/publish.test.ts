import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readStory } from '../../../storage/model/story.ts'
import { publish } from '../../../storage/publish/publish.ts'
import type { PublishProgress } from '../../../storage/publish/request.ts'
import { verify } from '../../../storage/publish/verify.ts'
import { filesIn, jsonIn } from './bundle-files.ts'
import { later, now, request, testDesk } from './desk.ts'
import type { TestDesk } from './desk.ts'
import { footbridge, storyId } from './story.ts'

/** A desk whose one story shows a photo that is in the store. */
async function deskWithStory(): Promise<TestDesk> {
  const desk = await testDesk()
  const photo = await desk.addPhoto('xmp.jpg')
  desk.stories.set(storyId, footbridge(photo.id))
  return desk
}

describe('publish', () => {
  let desk: TestDesk
  let bundle = ''
  const progress: PublishProgress[] = []

  beforeAll(async () => {
    desk = await deskWithStory()
    bundle = join(desk.root, 'out', 'first')
    const result = await publish(request(desk, bundle), desk, { now, onProgress: (step) => progress.push(step) })
    expect(result).toMatchObject({
      bundle,
      version: 1,
      stories: [{ id: storyId, slug: 'FOOTBRIDGE-ARU', version: 1 }],
      files: 10,
    })
    const sizes = [...(await filesIn(bundle)).values()].map((file) => file.length)
    expect(result.bytes).toBe(sizes.reduce((sum, size) => sum + size, 0))
  })

  it('writes every format, the photo in three sizes and a manifest that verifies', async () => {
    expect([...(await filesIn(bundle)).keys()]).toEqual([
      'manifest.json',
      expect.stringMatching(/^media\/xmp-[0-9a-f]{8}-main\.jpg$/),
      expect.stringMatching(/^media\/xmp-[0-9a-f]{8}-preview\.jpg$/),
      expect.stringMatching(/^media\/xmp-[0-9a-f]{8}-thumbnail\.jpg$/),
      'stories/FOOTBRIDGE-ARU/captions.json',
      'stories/FOOTBRIDGE-ARU/quotes.json',
      'stories/FOOTBRIDGE-ARU/story.html',
      'stories/FOOTBRIDGE-ARU/story.json',
      'stories/FOOTBRIDGE-ARU/story.jsonld',
      'stories/FOOTBRIDGE-ARU/story.ninjs.json',
    ])
    expect(await verify(bundle)).toEqual({ ok: true, problems: [] })
  })

  it('tells how far it is, ending with done', () => {
    expect(new Set(progress.map(({ stage }) => stage))).toEqual(
      new Set(['check', 'render', 'write', 'read_back', 'done']),
    )
    expect(progress.at(-1)).toEqual({ stage: 'done', done: 1, total: 1 })
  })

  it('enters the publication into record and ledger, and into the file it can be imported from', async () => {
    const { record } = await desk.readStory(storyId)
    expect(record.status).toBe('published')
    expect(record.publications).toMatchObject([{ version: 1, at: now, kind: 'first', note: '' }])
    expect(desk.entries).toMatchObject([{ story: storyId, version: 1, evolvedFrom: null, bundle: 'first' }])
    const again = readStory(await jsonIn(bundle, 'stories/FOOTBRIDGE-ARU/story.json'))
    expect(again.record).toEqual(record)
    expect(again.document.eq((await desk.readStory(storyId)).document)).toBe(true)
  })

  it('gives an unchanged story the same version, the same bytes and no second entry', async () => {
    const again = join(desk.root, 'out', 'again')
    const result = await publish(request(desk, again), desk, { now: later })
    expect(result.version).toBe(1)
    expect(await filesIn(again)).toEqual(await filesIn(bundle))
    expect(desk.entries).toHaveLength(1)
    await expect(publish(request(desk, bundle), desk, { now: later })).resolves.toMatchObject({ version: 1 })
  })

  it('refuses a place where something else stands, and leaves it and the record alone', async () => {
    const other = await deskWithStory()
    const taken = join(other.root, 'taken')
    await mkdir(taken)
    await writeFile(join(taken, 'notes.txt'), 'mine')
    await expect(publish(request(other, taken), other, { now })).rejects.toMatchObject({ code: 'destination_exists' })
    expect(await readdir(taken)).toEqual(['notes.txt'])
    expect((await readdir(other.root)).sort()).toEqual(['galley.json', 'media', 'taken'])
    expect(other.entries).toEqual([])
    expect((await other.readStory(storyId)).record.publications).toEqual([])
  })

  it('keeps out of the folders that the workspace keeps for itself', async () => {
    const other = await deskWithStory()
    for (const place of ['stories', 'media/bundle', 'trash/../published/bundle']) {
      const into = publish(request(other, `${other.root}/${place}`), other, { now })
      await expect(into, place).rejects.toMatchObject({ code: 'invalid_input' })
    }
    expect(await readdir(other.root)).toEqual(['galley.json', 'media'])
    await publish(request(other, join(other.root, 'outbox', 'stories')), other, { now })
  })

  it('takes over an empty folder', async () => {
    const other = await deskWithStory()
    const empty = join(other.root, 'empty')
    await mkdir(empty)
    await publish(request(other, empty), other, { now })
    expect((await verify(empty)).ok).toBe(true)
  })

  it('names the bundle by slug, day and version when given a folder', async () => {
    const other = await deskWithStory()
    const folder = join(other.root, 'out')
    const { bundle: named } = await publish(request(other, '', { destination: { folder }, zip: true }), other, { now })
    expect(named).toBe(join(folder, 'FOOTBRIDGE-ARU_20260503_v1.zip'))
    expect(await readdir(folder)).toEqual(['FOOTBRIDGE-ARU_20260503_v1.zip'])
    expect(await verify(named)).toEqual({ ok: true, problems: [] })
  })

  it('packs the same zip every time', async () => {
    const zips = await Promise.all(
      [1, 2].map(async (run) => {
        const other = await deskWithStory()
        const path = join(other.root, `run-${run}.zip`)
        const { bytes } = await publish(request(other, path), other, { now })
        const zip = await readFile(path)
        expect(bytes).toBe(zip.length)
        return zip
      }),
    )
    expect(zips[0]?.equals(zips[1] ?? Buffer.alloc(0))).toBe(true)
  })

  it('stops when asked, at any moment, and leaves nothing', async () => {
    const other = await deskWithStory()
    const path = join(other.root, 'out', 'stopped')
    const stages: PublishProgress['stage'][] = ['check', 'render', 'write', 'read_back']
    for (const stage of stages) {
      const controller = new AbortController()
      const onProgress = (step: PublishProgress): void => {
        if (step.stage === stage) controller.abort()
      }
      const stopped = publish(request(other, path), other, { now, signal: controller.signal, onProgress })
      await expect(stopped, stage).rejects.toMatchObject({ code: 'cancelled' })
    }
    expect(await readdir(join(other.root, 'out')).catch(() => [])).toEqual([])
    expect(other.entries).toEqual([])
  })

  it('notices a story that changes under its hands', async () => {
    const other = await deskWithStory()
    const onProgress = ({ stage }: PublishProgress): void => {
      const story = other.stories.get(storyId)
      if (stage !== 'render' || story === undefined) return
      other.stories.set(storyId, { ...story, record: { ...story.record, desk: 'Home' } })
    }
    const changed = publish(request(other, join(other.root, 'changed')), other, { now, onProgress })
    await expect(changed).rejects.toMatchObject({ code: 'version_behind' })
    expect(await readdir(other.root)).toEqual(['galley.json', 'media'])
  })

  it('takes up a publication that was cut off before it was entered', async () => {
    const other = await deskWithStory()
    const path = join(other.root, 'cut-off')
    const failing = { ...other, recordPublication: () => Promise.reject(new Error('power cut')) }
    await expect(publish(request(other, path), failing, { now })).rejects.toThrow('power cut')
    expect((await verify(path)).ok).toBe(true)
    const before = await filesIn(path)
    await publish(request(other, path), other, { now: later })
    expect(await filesIn(path)).toEqual(before)
    expect((await other.readStory(storyId)).record.publications).toMatchObject([{ version: 1, at: now }])
    expect(other.entries).toHaveLength(1)
  })

  it('says which photo is not there', async () => {
    const other = await deskWithStory()
    const away = { ...other, readPhoto: async () => null }
    await expect(publish(request(other, join(other.root, 'x')), away, { now })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('a story published again', () => {
  it('is an update that names what it evolved from', async () => {
    const desk = await deskWithStory()
    await publish(request(desk, join(desk.root, 'v1')), desk, { now })
    const story = await desk.readStory(storyId)
    desk.stories.set(storyId, { ...story, record: { ...story.record, urgency: 2 } })
    const { version } = await publish(request(desk, join(desk.root, 'v2')), desk, { now: later })
    expect(version).toBe(2)
    expect(desk.entries[1]).toMatchObject({ version: 2, kind: 'update', evolvedFrom: 1, at: later })
    const manifest = await jsonIn(join(desk.root, 'v2'), 'manifest.json')
    expect(manifest['stories']).toMatchObject([
      { version: 2, kind: 'update', at: later, evolvedFrom: { version: 1, sha256: desk.entries[0]?.sha256 } },
    ])
    const ninjs = await jsonIn(join(desk.root, 'v2'), 'stories/FOOTBRIDGE-ARU/story.ninjs.json')
    expect(ninjs).toMatchObject({ version: '2', firstCreated: now, versionCreated: later, pubStatus: 'usable' })
  })

  it('is a correction with the note that readers see', async () => {
    const desk = await deskWithStory()
    const correction = request(desk, join(desk.root, 'v2'), {
      kind: 'correction',
      note: 'The bridge has 90 planks, not 80.',
    })
    await expect(publish(correction, desk, { now })).rejects.toMatchObject({ code: 'invalid_input' })
    await publish(request(desk, join(desk.root, 'v1')), desk, { now })
    await expect(publish({ ...correction, note: ' ' }, desk, { now })).rejects.toMatchObject({ code: 'invalid_input' })
    await publish(correction, desk, { now: later })
    const files = await filesIn(join(desk.root, 'v2'))
    const page = files.get('stories/FOOTBRIDGE-ARU/story.html')?.toString() ?? ''
    expect(page).toContain('<p>The bridge has 90 planks, not 80.</p>')
    const ninjs = await jsonIn(join(desk.root, 'v2'), 'stories/FOOTBRIDGE-ARU/story.ninjs.json')
    expect(ninjs).toMatchObject({ version: '2', edNote: 'The bridge has 90 planks, not 80.', pubStatus: 'usable' })
    const repeated = await publish({ ...correction, destination: { path: join(desk.root, 'v2b') } }, desk, {
      now: later,
    })
    expect(repeated.version).toBe(2)
  })

  it('is withdrawn by a kill that carries the reason and not the story', async () => {
    const desk = await deskWithStory()
    await publish(request(desk, join(desk.root, 'v1')), desk, { now })
    const kill = request(desk, join(desk.root, 'kill'), { kind: 'kill', note: 'The source withdrew.' })
    await publish(kill, desk, { now: later })
    const ninjs = await jsonIn(join(desk.root, 'kill'), 'stories/FOOTBRIDGE-ARU/story.ninjs.json')
    expect(ninjs).toMatchObject({ version: '2', pubStatus: 'canceled' })
    expect(ninjs['edNote']).toContain('The source withdrew.')
    const files = await filesIn(join(desk.root, 'kill'))
    expect([...files.keys()].filter((path) => path.startsWith('media/'))).toEqual([])
    for (const name of ['story.html', 'story.ninjs.json', 'story.jsonld', 'quotes.json', 'captions.json']) {
      expect(files.get(`stories/FOOTBRIDGE-ARU/${name}`)?.toString(), name).not.toContain('ninety planks')
    }
    expect((await desk.readStory(storyId)).record.status).toBe('withdrawn')
    const back = await publish(request(desk, join(desk.root, 'v3')), desk, { now: later })
    expect(back.version).toBe(3)
  })
})

describe('several stories', () => {
  it('lie in one bundle, each in its folder, a shared photo once', async () => {
    const desk = await testDesk()
    const photo = await desk.addPhoto('xmp.jpg')
    const story = footbridge(photo.id)
    for (const [end, slug] of [
      ['1', 'BRIDGE'],
      ['2', 'ԿԱՄՈՒՐՋ'],
      ['3', 'bridge'],
    ] as const) {
      const id = `0196a000-0000-7000-8000-00000000000${end}` as typeof storyId
      desk.stories.set(id, { ...story, record: { ...story.record, id, slug: slug as typeof story.record.slug } })
    }
    const path = join(desk.root, 'all')
    const { stories } = await publish(request(desk, path), desk, { now })
    expect(stories).toHaveLength(3)
    const files = [...(await filesIn(path)).keys()]
    expect(files.filter((file) => file.startsWith('media/'))).toHaveLength(3)
    expect(new Set(files.flatMap((file) => /^stories\/([^/]+)/.exec(file)?.[1] ?? []))).toEqual(
      new Set(['BRIDGE-000000000001', 'ԿԱՄՈՒՐՋ', 'bridge-000000000003']),
    )
    expect((await verify(path)).ok).toBe(true)
  })
})
