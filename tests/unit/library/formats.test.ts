import { copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSummedJson } from '../../../storage/files/summed-json.ts'
import { parseLines } from '../../../storage/journal/lines.ts'
import { readBackupManifest, writeBackupManifest } from '../../../storage/library/backup/manifest.ts'
import { restoreBackup } from '../../../storage/library/backup/restore-backup.ts'
import { openWorkspace } from '../../../storage/library/open-workspace.ts'
import { decodeVersion } from '../../../storage/library/versions/version-file.ts'
import { readProvenance } from '../../../storage/library/provenance.ts'
import { readStory } from '../../../storage/model/story.ts'
import { headlineOf } from '../../../storage/model/summary.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'
import { ledgerEntry } from '../../property/library/full-desk.ts'
import { storyId } from '../../fixtures/stories.ts'

const formats = join(import.meta.dirname, '../../fixtures/formats')
const golden = (version: number, name: string): string => join(formats, `v${version}`, name)

/** A workspace made of the golden files. */
async function goldenWorkspace(): Promise<string> {
  const root = await temporaryFolder()
  for (const name of ['galley.json', 'authority.json']) await copyFile(golden(1, name), join(root, name))
  await mkdir(join(root, 'published'))
  await copyFile(golden(1, 'ledger.json'), join(root, 'published/2026-04.json'))
  return root
}

const formatOf = async (path: string): Promise<number> =>
  (JSON.parse(await readFile(path, 'utf8')) as { format: number }).format

/** Each kind of file, and a reader that throws when it does not hold. */
const readers: Readonly<Record<string, (path: string) => Promise<unknown>>> = {
  'story.json': async (path) => readSummedJson(await readFile(path, 'utf8'), readStory),
  'journal.ndjson': async (path) => {
    const { state, lines } = parseLines(await readFile(path))
    if (state !== 'whole' || lines.length === 0) throw new Error('the journal does not hold')
  },
  'imports.ndjson': async (path) => {
    const bytes = await readFile(path)
    const { known, good } = readProvenance(bytes)
    if (known.length !== 2 || good !== bytes.length) throw new Error('the list of imports does not hold')
  },
  'version.json.gz': async (path) => decodeVersion(await readFile(path)),
  'galley.json': async (path) => {
    const root = await goldenWorkspace()
    await copyFile(path, join(root, 'galley.json'))
    await (await openWorkspace(root)).close()
  },
  'authority.json': async (path) => {
    const root = await goldenWorkspace()
    await copyFile(path, join(root, 'authority.json'))
    const workspace = await openWorkspace(root)
    const names = workspace.searchEntities({ query: '', kind: null, limit: 9 })
    await workspace.close()
    expect(names).toHaveLength(2)
  },
  'ledger.json': async (path) => {
    const root = await goldenWorkspace()
    await copyFile(path, join(root, 'published/2026-04.json'))
    const workspace = await openWorkspace(root)
    const entries = await workspace.ledger.read('2026-04')
    await workspace.close()
    expect(entries).toHaveLength(2)
  },
  'backup.zip': async (path) => restoreBackup(path, join(await temporaryFolder(), 'back')),
}

describe('every format there is', () => {
  it('has a golden file for each of its versions, from the first on without a gap', async () => {
    const versions = (await readdir(formats)).sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
    expect(versions).toEqual(versions.map((_, index) => `v${index + 1}`))
    for (const [index, version] of versions.entries()) {
      const names = (await readdir(join(formats, version))).sort()
      if (index === 0) expect(names).toEqual(Object.keys(readers).sort())
      for (const name of names) await readers[name]?.(golden(index + 1, name))
    }
  })

  it('is written as its newest golden file says', async () => {
    const root = await goldenWorkspace()
    const workspace = await openWorkspace(root)
    await workspace.changeSettings({ editor: 'Mara Teyf' })
    await workspace.addEntity({ kind: 'person', name: 'Mara Teyf', role: '' })
    await workspace.ledger.append([ledgerEntry(storyId, 3)])
    await workspace.close()
    for (const [file, name] of [
      ['galley.json', 'galley.json'],
      ['authority.json', 'authority.json'],
      ['published/2026-04.json', 'ledger.json'],
    ] as const) {
      expect(await formatOf(join(root, file))).toBe(await formatOf(golden(1, name)))
    }
    expect(JSON.parse(writeBackupManifest(new Date(), []))).toMatchObject({ format: 'galley.backup/1' })
  })

  it('says of a later version that it is newer, and leaves it as it is', async () => {
    const root = await goldenWorkspace()
    const later = (await readFile(golden(1, 'galley.json'), 'utf8')).replace('"format": 1', '"format": 2')
    await writeFile(join(root, 'galley.json'), later)
    await expect(openWorkspace(root)).rejects.toMatchObject({ code: 'newer_format' })
    expect(await readFile(join(root, 'galley.json'), 'utf8')).toBe(later)
    for (const name of ['authority.json', 'published/2026-04.json']) {
      const other = await goldenWorkspace()
      const text = (await readFile(join(other, name), 'utf8')).replace('"format": 1', '"format": 2')
      await writeFile(join(other, name), text)
      const opened = openWorkspace(other).then(async (workspace) => {
        await workspace.ledger.read('2026-04').finally(() => workspace.close())
      })
      await expect(opened).rejects.toMatchObject({ code: 'newer_format' })
      expect(await readFile(join(other, name), 'utf8')).toBe(text)
    }
    const manifest = Buffer.from(JSON.stringify({ format: 'galley.backup/2' }))
    expect(() => readBackupManifest(manifest)).toThrow(/newer Galley/)
  })

  it('keeps its meaning: a workspace, its names, its ledger and a backup of the first version', async () => {
    const root = await goldenWorkspace()
    const workspace = await openWorkspace(root)
    expect(workspace.name).toBe('Վերնաշատի «խմբագրություն»')
    expect(workspace.settings).toMatchObject({ editor: 'Լիլիթ Պ.', trashDays: 90, desks: ['Foreign', 'Տուն'] })
    const names = workspace.searchEntities({ query: '', kind: null, limit: 9 })
    expect(names.map(({ name, kind, role }) => [name, kind, role]).sort()).toEqual([
      ['Vernashat', 'place', ''],
      ['Նարեկ Սաֆարյան', 'person', 'ferryman'],
    ])
    const ledger = await workspace.ledger.read('2026-04')
    expect(ledger.map(({ kind, note }) => [kind, note])).toEqual([
      ['first', ''],
      ['correction', 'The bell is of bronze 🔔.'],
    ])
    await workspace.close()

    const back = join(await temporaryFolder(), 'back')
    await restoreBackup(golden(1, 'backup.zip'), back)
    const restored = await openWorkspace(back)
    const { stories } = await restored.list({ query: '', limit: 9 })
    const [story] = stories
    if (story === undefined) throw new Error('the backup holds no story')
    expect(headlineOf((await restored.readStory(story.id)).document)).toBe('Նավը. The ferry 🛶')
    await restored.close()
  })
})
