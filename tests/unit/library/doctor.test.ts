import { appendFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { takeLock } from '../../../storage/files/lock.ts'
import { nodeFileSystem } from '../../../storage/files/node-file-system.ts'
import { examine } from '../../../storage/library/doctor/doctor.ts'
import type { Report } from '../../../storage/library/doctor/doctor.ts'
import { openWorkspace } from '../../../storage/library/open-workspace.ts'
import { readProvenance, writeProvenance } from '../../../storage/library/provenance.ts'
import { storyPlaces } from '../../../storage/library/places.ts'
import type { StoryPlaces } from '../../../storage/library/places.ts'
import { addPhoto } from '../../../storage/media/photos.ts'
import { originalPath, photoRecordPath } from '../../../storage/media/place.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import { instantSchema } from '../../../storage/model/instant.ts'
import type { Photo } from '../../../storage/model/photo.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { headlineOf } from '../../../storage/model/summary.ts'
import { english } from '../../fixtures/stories.ts'
import { FaultyFileSystem } from '../files/faulty-file-system.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'
import { contentOf } from './folder-content.ts'
import { newWorkspace, type } from './workspaces.ts'

const now = new Date('2026-04-14T09:00:00.000Z')
const look = (root: string): Promise<Report> => examine(root, { repair: false, now })
const repair = (root: string): Promise<Report> => examine(root, { repair: true, now })
const codes = ({ problems }: Report): string[] => problems.map(({ code }) => code)

interface Desk {
  readonly root: string
  readonly id: StoryId
  readonly places: StoryPlaces
  readonly photo: Photo
}

/** A closed workspace: a story with a photo whose headline reads `CBA`, and a name in the authority file. */
async function desk(): Promise<Desk> {
  const workspace = await newWorkspace()
  const { root } = workspace
  const bytes = await readFile(join(import.meta.dirname, '../../fixtures/photos/plain.jpg'))
  const photo = await addPhoto(root, 'plain.jpg', bytes, { files: nodeFileSystem })
  const document = schema.node('doc', null, [
    schema.node('headline'),
    schema.node('standfirst'),
    schema.node('figure', { media: photo.id }, [schema.node('caption')]),
  ])
  const { id } = (await workspace.createStory({ language: english, document })).record
  await type(workspace, id, 'A', 'B', 'C')
  await workspace.addEntity({ kind: 'person', name: 'Նարեկ Սաֆարյան', role: 'ferryman' })
  await workspace.addEntity({ kind: 'person', name: 'Mara Teyf', role: '' })
  await workspace.close()
  return { root, id, places: storyPlaces(root, id), photo }
}

async function headline(root: string, id: StoryId): Promise<string> {
  const workspace = await openWorkspace(root)
  const { document } = await workspace.readStory(id)
  await workspace.close()
  return headlineOf(document)
}

describe('the doctor', () => {
  it('finds nothing in a sound workspace and changes nothing', async () => {
    const { root } = await desk()
    const before = await contentOf(root)
    expect(await look(root)).toEqual({ ok: true, problems: [], repaired: [], hints: [] })
    expect(await repair(root)).toEqual({ ok: true, problems: [], repaired: [], hints: [] })
    expect(await contentOf(root)).toEqual(before)
  })

  it('writes nothing while it only looks, whatever is wrong', async () => {
    const { root, places, photo } = await desk()
    await writeFile(places.file, 'x')
    await appendFile(places.journal, '{"sum":"')
    await writeFile(join(root, 'galley.json'), '')
    await writeFile(photoRecordPath(root, photo.id), '{')
    await writeFile(join(root, '.galley.json.0123456789abcdef.tmp'), 'x')
    await mkdir(join(root, '.galley-0123456789abcdef.partial'))
    const before = await contentOf(root)
    const report = await look(root)
    expect(codes(report).sort()).toEqual(
      [
        'journal_torn',
        'media_record_damaged',
        'partial_left',
        'settings_damaged',
        'story_damaged',
        'temporary_left',
      ].sort(),
    )
    expect(report.repaired).toEqual([])
    expect(await contentOf(root)).toEqual(before)
    const names = await readdir(root)
    expect(names).not.toContain('.lock')
    expect(names).not.toContain('quarantine')
    expect((await repair(root)).problems).toEqual([])
    expect((await look(root)).ok).toBe(true)
  })

  it('makes a story again from the copy before and its journal', async () => {
    const { root, id, places } = await desk()
    await writeFile(places.file, 'x')
    const report = await repair(root)
    expect(report).toMatchObject({
      ok: true,
      repaired: [{ what: 'The story was made again from the copy before and its journal.' }],
    })
    expect(report.repaired[0]?.path).toMatch(/^stories\/\d{4}\/\d\d\/.*\/story\.json$/)
    const [aside] = await readdir(join(root, 'quarantine'))
    expect(await readFile(join(root, 'quarantine', aside ?? '', 'story.json'), 'utf8')).toBe('x')
    expect(await headline(root, id)).toBe('CBA')
    expect(JSON.parse(await readFile(places.file, 'utf8'))).toMatchObject({ version: 3, sequence: 3 })
    expect((await look(root)).ok).toBe(true)
  })

  it('keeps the tail of a torn journal, and the changes behind a damaged line that the story holds', async () => {
    const { root, id, places } = await desk()
    // A crash: three changes that only the journal holds.
    const workspace = await openWorkspace(root, { snapshotTimes: { quiet: 60_000, longest: 60_000 } })
    await type(workspace, id, 'D', 'E')
    await workspace.close()
    const whole = await readFile(places.journal, 'utf8')
    await appendFile(places.journal, '{"sum":"00')
    expect(codes(await look(root))).toEqual(['journal_torn'])
    expect((await repair(root)).ok).toBe(true)
    expect(await readFile(places.journal, 'utf8')).toBe(whole)
    const old = JSON.parse(await readFile(places.previous, 'utf8')) as { sequence: number }
    const lines = whole.trimEnd().split('\n')
    expect([old.sequence, lines.length]).toEqual([4, 1])
    // The line of the change that story.json holds already is damaged; one behind it is not.
    await writeFile(places.journal, `${'!'.repeat(20)}\n${whole}`)
    await writeFile(places.file, await readFile(places.previous))
    expect((await repair(root)).ok).toBe(true)
    expect(await headline(root, id)).toBe('EDCBA')
  })

  it('keeps every line of the list of imports that holds, and leaves a list of a newer Galley', async () => {
    const { root, id } = await desk()
    const path = join(root, 'imports.ndjson')
    const sum = '0'.repeat(64)
    const lines = ['/a.txt', '/Կամուրջ.txt', '/«Ё».txt'].map((from) =>
      writeProvenance({
        // In any order: what an earlier import wrote is no damage.
        replaced: null,
        format: 1,
        at: instantSchema.parse(now.toISOString()),
        story: id,
        source: sum,
        from,
        content: sum,
      }),
    )
    const whole = lines.join('')
    await writeFile(path, whole)
    expect((await look(root)).ok).toBe(true)
    await writeFile(path, `${whole}{"sum":"0`)
    expect(codes(await look(root))).toEqual(['imports_torn'])
    expect((await repair(root)).ok).toBe(true)
    expect(await readFile(path, 'utf8')).toBe(whole)

    const damaged = whole.replace('Կամուրջ', 'Կամուրչ')
    await writeFile(path, damaged)
    expect(codes(await look(root))).toEqual(['imports_damaged'])
    expect((await repair(root)).ok).toBe(true)
    expect(readProvenance(await readFile(path)).known.map(({ from }) => from)).toEqual(['/a.txt', '/«Ё».txt'])
    const kept = (await readdir(join(root, 'quarantine'))).map((name) =>
      join(root, 'quarantine', name, 'imports.ndjson'),
    )
    expect(await Promise.all(kept.map((each) => readFile(each, 'utf8')))).toContain(damaged)

    const json = '{"format":99}'
    const later = `{"sum":"${crc32(json).toString(16).padStart(8, '0')}","import":${json}}\n`
    await writeFile(path, later)
    expect(codes(await repair(root))).toEqual(['newer_format'])
    expect(await readFile(path, 'utf8')).toBe(later)
  })

  it('says what it cannot mend, and leaves it', async () => {
    const { root, places } = await desk()
    await writeFile(places.file, 'x')
    await writeFile(places.previous, 'y')
    const report = await repair(root)
    expect(report.ok).toBe(false)
    expect(codes(report)).toContain('story_damaged')
    expect(await readFile(places.file, 'utf8')).toBe('x')
  })

  it('gives a workspace back whose settings are lost, and its names', async () => {
    const { root, id } = await desk()
    await rm(join(root, 'galley.json'))
    await rm(join(root, 'galley.prev.json'))
    await writeFile(join(root, 'authority.json'), '[]')
    expect(codes(await look(root))).toEqual(['settings_damaged', 'names_damaged'])
    expect((await repair(root)).ok).toBe(true)
    expect(await headline(root, id)).toBe('CBA')
    const workspace = await openWorkspace(root)
    expect(workspace.searchEntities({ query: 'Նարեկ', kind: null, limit: 5 })).toHaveLength(1)
    await workspace.close()
  })

  it('leaves alone what a newer Galley wrote', async () => {
    const { root, places } = await desk()
    const newer = (await readFile(places.file, 'utf8')).replace(/"format": \d+/, '"format": 99')
    await writeFile(places.file, newer)
    await writeFile(places.previous, 'damaged')
    expect(codes(await repair(root))).toEqual(['newer_format'])
    await writeFile(join(root, 'galley.json'), '{"format":2}')
    await writeFile(join(root, 'authority.json'), 'damaged')
    const before = await contentOf(root)
    expect(codes(await repair(root))).toContain('newer_format')
    expect(await contentOf(root)).toEqual(before)
  })

  it('checks photos against their hash, and what stories name against the store', async () => {
    const { root, photo } = await desk()
    const original = originalPath(root, photo.id, photo.type)
    const bytes = await readFile(original)
    await rm(photoRecordPath(root, photo.id))
    expect(codes(await look(root))).toEqual(['media_without_record'])
    expect((await repair(root)).ok).toBe(true)
    await writeFile(original, bytes.subarray(0, 100))
    expect(codes(await look(root))).toEqual(['media_damaged'])
    expect(codes(await repair(root))).toEqual(['media_without_original'])
    await rm(photoRecordPath(root, photo.id))
    expect(codes(await look(root))).toEqual(['media_missing'])
    // The photo is added once more, as the sentence says.
    await addPhoto(root, 'plain.jpg', bytes, { files: nodeFileSystem })
    expect(await look(root)).toMatchObject({ ok: true, hints: [] })
  })

  it('tells of photos that no story uses without calling them a problem', async () => {
    const { root, id } = await desk()
    await addPhoto(root, 'a.png', await readFile(join(import.meta.dirname, '../../fixtures/photos/clear.png')), {
      files: nodeFileSystem,
    })
    expect(await repair(root)).toMatchObject({
      ok: true,
      problems: [],
      repaired: [],
      hints: [{ code: 'media_unused' }],
    })
    const workspace = await openWorkspace(root)
    await workspace.trash(id)
    await workspace.close()
    // What a story in the trash uses is used.
    expect((await look(root)).hints).toHaveLength(1)
  })

  it('is refused while somebody works there, and where there is no workspace', async () => {
    const { root } = await desk()
    const lock = await takeLock(nodeFileSystem, root, 'the first desk')
    await expect(look(root)).rejects.toThrow(/the first desk \(process \d+\)/)
    await lock.release()
    await expect(look(await temporaryFolder())).rejects.toMatchObject({ code: 'workspace_missing' })
  })

  it('looks at a workspace on a disk that cannot be written to, and says so when it should mend', async () => {
    const { root, places } = await desk()
    await writeFile(places.file, 'x')
    const files = new FaultyFileSystem()
    files.fault = (call) => (['open', 'link', 'rename', 'makeFolder', 'unlink'].includes(call) ? 'EROFS' : null)
    expect(codes(await examine(root, { repair: false, now, files }))).toEqual(['story_damaged'])
    await expect(examine(root, { repair: true, now, files })).rejects.toMatchObject({ code: 'disk_refused' })
  })
})
