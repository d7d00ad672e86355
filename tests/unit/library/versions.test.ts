import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { storyPlaces } from '../../../storage/library/places.ts'
import { decodeVersion, encodeVersion } from '../../../storage/library/versions/version-file.ts'
import type { Workspace } from '../../../storage/library/workspace.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import type { Publication } from '../../../storage/model/record.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { headlineOf } from '../../../storage/model/summary.ts'
import type { StoryVersion } from '../../../storage/model/version.ts'
import { english, sampleDocument, sampleStory } from '../../fixtures/stories.ts'
import { FaultyFileSystem } from '../files/faulty-file-system.ts'
import { stepsOf, typing, window1, window2 } from '../journal/entries.ts'
import { newWorkspace, reopen } from './workspaces.ts'

const clock = { at: Date.parse('2026-04-14T09:00:00.000Z') }
const minutes = (count: number): void => {
  clock.at += count * 60_000
}

async function desk(): Promise<{ workspace: Workspace; id: StoryId; folder: string }> {
  const workspace = await newWorkspace({ now: () => new Date(clock.at) })
  await workspace.changeSettings({ editor: 'Լիլիթ Պ.' })
  const { record } = await workspace.createStory({ language: english, document: sampleDocument() })
  return { workspace, id: record.id, folder: storyPlaces(workspace.root, record.id).versions }
}

async function change(workspace: Workspace, id: StoryId, steps: (document: Node) => ReturnType<typeof stepsOf>) {
  const story = await workspace.openStory(id)
  await story.authority.receive(story.authority.version, steps(story.authority.document), window1)
  await story.close()
}

const type = (workspace: Workspace, id: StoryId, text: string): Promise<void> =>
  change(workspace, id, (document) => typing(document, text))

const kinds = async (workspace: Workspace, id: StoryId): Promise<string[]> =>
  (await workspace.versions(id)).map(({ number, kind }) => `${number} ${kind}`)

const codeOf = async (task: Promise<unknown>): Promise<string> => {
  try {
    await task
    return 'done'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a version that somebody names', () => {
  it('keeps the story as it stands, with who, when and what changed in words', async () => {
    const { workspace, id, folder } = await desk()
    expect(await workspace.versions(id)).toEqual([])
    const first = await workspace.nameVersion(id, ' Առաջին ընթերցում «1» ')
    expect(first).toMatchObject({
      number: 1,
      at: new Date(clock.at).toISOString(),
      by: 'Լիլիթ Պ.',
      kind: 'named',
      name: 'Առաջին ընթերցում «1»',
      wordsRemoved: 0,
    })
    await type(workspace, id, 'Երկու նավ ')
    minutes(1)
    const second = await workspace.nameVersion(id, 'Second')
    expect(second).toMatchObject({ number: 2, words: first.words + 2, wordsAdded: 2, wordsRemoved: 0 })
    expect(await workspace.versions(id)).toEqual([second, first])
    // What a crash left half-written goes with the next version.
    const draft = join(folder, `.0003.json.gz.${'0'.repeat(16)}.tmp`)
    await writeFile(draft, 'half')
    expect(await workspace.versions(id)).toEqual([second, first])
    await workspace.nameVersion(id, 'Second again')
    expect((await workspace.readVersion(id, 1)).document.eq(sampleDocument())).toBe(true)
    expect(headlineOf((await workspace.readVersion(id, 2)).document)).toMatch(/^Երկու նավ The/)
    expect(await readdir(folder)).toEqual(['0001.json.gz', '0002.json.gz', 'versions.json'])
    await workspace.close()
  })

  it('is the newest one when that holds just this', async () => {
    const { workspace, id } = await desk()
    await workspace.nameVersion(id, 'One')
    expect(await workspace.nameVersion(id, 'Two')).toMatchObject({ number: 1, name: 'Two' })
    expect((await workspace.versions(id)).map(({ name }) => name)).toEqual(['Two'])
    expect(await codeOf(workspace.nameVersion(id, '  '))).toBe('invalid_input')
    await workspace.close()
  })

  it('is not there for a story or a number that is not', async () => {
    const { workspace, id, folder } = await desk()
    const other = sampleStory().record.id
    expect(await codeOf(workspace.versions(other))).toBe('not_found')
    expect(await codeOf(workspace.nameVersion(other, 'x'))).toBe('not_found')
    expect(await codeOf(workspace.readVersion(id, 1))).toBe('not_found')
    expect(await codeOf(workspace.restoreVersion(id, 7))).toBe('not_found')
    expect(await readdir(dirname(folder))).toEqual(['story.json', 'story.prev.json'])
    await workspace.close()
  })
})

describe('versions that are kept by themselves', () => {
  it('are one for a change of status, and none for what is kept already', async () => {
    const { workspace, id } = await desk()
    const story = await workspace.openStory(id)
    await story.authority.changeRecord({ status: 'ready' })
    await story.authority.changeRecord({ desk: 'Home' })
    await story.authority.changeRecord({ desk: '', status: 'in_edit' })
    await story.authority.changeRecord({ status: 'ready' })
    await story.close()
    expect(await kinds(workspace, id)).toEqual(['2 status', '1 status'])
    expect((await workspace.readVersion(id, 1)).record.status).toBe('ready')
    await workspace.close()
  })

  it('hold what was published, as it was published', async () => {
    const { workspace, id } = await desk()
    const story = await workspace.openStory(id)
    const publication: Publication = {
      version: 1,
      at: '2026-04-14T10:00:00.000Z',
      kind: 'first',
      note: '',
      sha256: 'c'.repeat(64),
    }
    await story.authority.addPublication(publication)
    await story.authority.receive(story.authority.version, typing(story.authority.document, 'Later '), window1)
    await story.close()
    expect(await kinds(workspace, id)).toEqual(['1 publication'])
    const { record, document } = await workspace.readVersion(id, 1)
    expect(record).toMatchObject({ status: 'published', publications: [publication] })
    expect(document.eq(sampleDocument())).toBe(true)
    await workspace.close()
  })

  it('hold what stood before a big paste, and nothing for a small one or for marks', async () => {
    const { workspace, id } = await desk()
    const words = (count: number): string => 'բառ '.repeat(count)
    const paste = (count: number) => (document: Node) =>
      stepsOf(
        new Transform(document).insert(
          document.content.size,
          schema.node('paragraph', null, [schema.text(words(count))]),
        ),
      )
    await change(workspace, id, paste(100))
    await change(workspace, id, (document) =>
      stepsOf(new Transform(document).addMark(1, document.content.size - 1, schema.mark('em'))),
    )
    expect(await kinds(workspace, id)).toEqual([])
    const before = (await workspace.readStory(id)).document
    await change(workspace, id, paste(101))
    expect(await kinds(workspace, id)).toEqual(['1 before_import'])
    expect((await workspace.readVersion(id, 1)).document.eq(before)).toBe(true)
    // Cutting as much is as big a change, and so is putting as much in its place.
    await change(workspace, id, (document) => {
      const last = document.content.size - (document.lastChild?.nodeSize ?? 0)
      return stepsOf(
        new Transform(document).replaceWith(last + 1, document.content.size - 1, schema.text('նոր '.repeat(101))),
      )
    })
    expect(await kinds(workspace, id)).toEqual(['2 before_import', '1 before_import'])
    await workspace.close()
  })

  it('come every ten minutes of work, with the text that stood until then', async () => {
    const { workspace, id } = await desk()
    const story = await workspace.openStory(id)
    const key = async (): Promise<void> => {
      await story.authority.receive(story.authority.version, typing(story.authority.document, 'a'), window1)
    }
    for (let minute = 0; minute < 25; minute += 1) {
      await key()
      minutes(1)
    }
    await workspace.close()
    const { workspace: again } = await reopen(workspace.root)
    expect(await kinds(again, id)).toEqual(['2 interval', '1 interval'])
    expect(headlineOf((await again.readVersion(id, 1)).document)).toMatch(/^a{10}The/)
    expect(headlineOf((await again.readVersion(id, 2)).document)).toMatch(/^a{20}The/)
    await again.close()
  })

  it('are none of an empty story', async () => {
    const workspace = await newWorkspace({ now: () => new Date(clock.at) })
    const { id } = (await workspace.createStory({ language: english })).record
    minutes(30)
    await type(workspace, id, 'First words')
    expect(await workspace.versions(id)).toEqual([])
    await workspace.close()
  })
})

describe('restoring a version', () => {
  it('puts its text and quotations back as one change that open windows follow, and keeps what stood before', async () => {
    const { workspace, id } = await desk()
    await workspace.nameVersion(id, 'Whole')
    const story = await workspace.openStory(id)
    const { authority } = story
    await authority.receive(
      authority.version,
      stepsOf(
        new Transform(authority.document).delete(60, authority.document.content.size - 2).setDocAttribute('quotes', {}),
      ),
      window1,
    )
    await authority.changeRecord({ desk: 'Foreign' })
    const torn = authority.document
    const heard: number[] = []
    authority.subscribe((event) => {
      if (event.kind === 'steps') heard.push(event.steps.version)
    })
    const version = authority.version
    const kept = await workspace.restoreVersion(id, 1)
    expect(kept).toMatchObject({ number: 2, kind: 'restore' })
    expect(heard).toEqual([version])
    expect(authority.document.eq(sampleDocument())).toBe(true)
    expect(authority.record.desk).toBe('Foreign')
    // A window that was behind catches up with ordinary steps.
    expect(await authority.receive(version, typing(torn, 'x'), window2)).toMatchObject({ outcome: 'behind' })
    await story.close()

    expect(await workspace.restoreVersion(id, 1)).toBeNull()
    expect(await workspace.restoreVersion(id, 2)).toMatchObject({ number: 3 })
    expect((await workspace.readStory(id)).document.eq(torn)).toBe(true)
    expect((await workspace.versions(id)).map(({ number }) => number)).toEqual([3, 2, 1])
    await workspace.close()
  })
})

describe('damage', () => {
  it('of one version, at whatever byte, never hides the others', async () => {
    const { workspace, id, folder } = await desk()
    for (const name of ['One', 'Two', 'Three']) {
      await workspace.nameVersion(id, name)
      await type(workspace, id, `${name} `)
    }
    await workspace.close()
    const path = join(folder, '0002.json.gz')
    const good = await readFile(path)
    const bad = [Buffer.alloc(0), Buffer.alloc(good.length), Buffer.from('{}'), good.subarray(0, good.length - 1)]
    for (let at = 12; at < good.length; at += Math.ceil(good.length / 25)) {
      const flipped = Buffer.from(good)
      flipped[at] = (flipped[at] ?? 0) ^ 0x10
      bad.push(flipped, good.subarray(0, at))
    }
    await rm(join(folder, 'versions.json'))
    for (const bytes of bad) {
      await writeFile(path, bytes)
      const { workspace: again, damage } = await reopen(workspace.root)
      expect((await again.versions(id)).map(({ name }) => name)).toEqual(['Three', 'One'])
      expect(damage).toMatchObject([{ story: id, message: expect.stringContaining('version is damaged') as string }])
      expect(await codeOf(again.readVersion(id, 2))).toBe('story_damaged')
      expect(headlineOf((await again.readVersion(id, 3)).document)).toMatch(/^Two One/)
      await again.close()
    }
    const { workspace: again } = await reopen(workspace.root)
    expect(await again.nameVersion(id, 'Four')).toMatchObject({ number: 4, wordsAdded: 1 })
    await again.close()
  })

  it('of the list costs nothing: it is made of the versions', async () => {
    const { workspace, id, folder } = await desk()
    await workspace.nameVersion(id, 'One')
    await type(workspace, id, 'b ')
    await workspace.nameVersion(id, 'Two')
    const versions: readonly StoryVersion[] = await workspace.versions(id)
    for (const content of ['', '{"format":1,"versions":[]}', '{"format":9}', '\0\0\0']) {
      await writeFile(join(folder, 'versions.json'), content)
      expect(await workspace.versions(id)).toEqual(versions)
    }
    await workspace.close()
  })

  it('of the disk refuses a name and leaves story and versions as they were; what is due is tried again', async () => {
    const fileSystem = new FaultyFileSystem()
    const workspace = await newWorkspace({ fileSystem })
    const { id } = (await workspace.createStory({ language: english, document: sampleDocument() })).record
    const one = await workspace.nameVersion(id, 'One')
    await type(workspace, id, 'b ')
    for (const broken of ['open', 'write', 'sync', 'rename', 'syncFolder'] as const) {
      fileSystem.fault = (call, path) => (call === broken && path.includes('versions') ? 'ENOSPC' : null)
      // What is in place and could not be made certain is refused too, and kept again under the next number.
      expect(await codeOf(workspace.nameVersion(id, 'Two'))).toBe('disk_full')
    }
    expect((await workspace.versions(id)).at(-1)).toEqual(one)
    const story = await workspace.openStory(id)
    await story.authority.changeRecord({ status: 'ready' })
    expect(story.authority.saved.state).toBe('saved')
    await workspace.versions(id)
    fileSystem.fault = () => null
    await story.close()
    expect((await workspace.versions(id))[0]).toMatchObject({ kind: 'status' })
    expect((await workspace.readVersion(id, 1)).document.eq(sampleDocument())).toBe(true)
    await workspace.close()
  })
})

describe('version files', () => {
  it('are the same bytes for the same version', async () => {
    const about: StoryVersion = {
      number: 1,
      at: '2026-04-14T09:00:00.000Z',
      by: '',
      kind: 'interval',
      name: '',
      words: 3,
      wordsAdded: 3,
      wordsRemoved: 0,
      sha256: 'd'.repeat(64),
    }
    const saved = { about, story: sampleStory() }
    const bytes = await encodeVersion(saved)
    expect(await encodeVersion(saved)).toEqual(bytes)
    const { about: again, story } = await decodeVersion(bytes)
    expect([again, story.record]).toEqual([about, saved.story.record])
    expect(story.document.eq(saved.story.document)).toBe(true)
  })
})
