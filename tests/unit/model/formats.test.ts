import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readSummedJson } from '../../../storage/files/summed-json.ts'
import { entryFormat } from '../../../storage/journal/entry.ts'
import { entryMigrations } from '../../../storage/journal/entry-migrations.ts'
import { parseLines } from '../../../storage/journal/lines.ts'
import { replay } from '../../../storage/journal/replay.ts'
import { contentSum, decodeVersion, encodeVersion } from '../../../storage/library/versions/version-file.ts'
import { currentFormat, migrateStory, storyMigrations } from '../../../storage/model/migrations/index.ts'
import type { StoryMigration } from '../../../storage/model/migrations/migration.ts'
import { readStory, writeStory } from '../../../storage/model/story.ts'
import { headlineOf } from '../../../storage/model/summary.ts'
import { wordCount } from '../../../storage/model/text.ts'
import { sampleStory } from '../../fixtures/stories.ts'

const formats = join(import.meta.dirname, '../../fixtures/formats')
const jsonOf = (bytes: Uint8Array): unknown => JSON.parse(gunzipSync(bytes).toString())
const golden = (version: number, name: string): Promise<Buffer> => readFile(join(formats, `v${version}`, name))

const every = Array.from({ length: currentFormat }, (_, index) => index + 1)

/** What the record of each format's golden story says of its handling: what a format could not say is empty. */
const handling: Readonly<Record<number, object>> = {
  1: { due: null, translation: null, moves: [] },
  2: {
    due: '2026-04-14T10:30:00.000Z',
    translation: { of: '01938f2a-5d00-7c12-8e53-4a5b6c7d8e9f', version: 3 },
    moves: [
      { from: 'draft', to: 'ready', at: '2026-04-14T10:45:00.000Z', by: 'Լիլիթ Պ.' },
      { from: 'ready', to: 'published', at: '2026-04-14T11:00:00.000Z', by: '' },
    ],
  },
}

describe('story formats', () => {
  it('have one migration for each step up, with no gap', () => {
    expect(storyMigrations.map(({ to }) => to)).toEqual(
      Array.from({ length: currentFormat - 1 }, (_, index) => index + 2),
    )
  })

  it('have a file kept for every version there ever was', async () => {
    const versions = Array.from({ length: currentFormat }, (_, index) => `v${index + 1}`)
    expect((await readdir(formats)).sort()).toEqual(versions)
  })

  it.each(every)('of version %i are still read', async (version) => {
    const story = readSummedJson((await golden(version, 'story.json')).toString(), readStory)
    const sample = sampleStory()
    expect(story.document.eq(sample.document)).toBe(true)
    expect(story.record).toMatchObject({
      ...sample.record,
      status: 'published',
      publications: [{ version: 1 }],
      ...handling[version],
    })
    expect([story.version, story.sequence]).toEqual([42, 17])
  })

  it('of the current version are written as they were', async () => {
    const file: unknown = JSON.parse((await golden(currentFormat, 'story.json')).toString())
    const story = readSummedJson(JSON.stringify(file), readStory)
    const { sum: _sum, ...content } = file as Record<string, unknown>
    expect(writeStory(story, 42, 17)).toEqual(content)
  })

  it.each(every)('of version %i lead on through a journal of the same version', async (version) => {
    const story = readSummedJson((await golden(version, 'story.json')).toString(), readStory)
    const { lines, state } = parseLines(await golden(version, 'journal.ndjson'))
    expect([lines.length, state]).toEqual([4, 'whole'])
    const { state: led, left } = replay(
      story,
      lines.map(({ entry }) => entry),
    )
    expect(left).toBe(0)
    expect(headlineOf(led.document)).toBe('Նավը. The ferry at Vernashat returns')
    // Entry 17 is part of the snapshot already: its desk is passed over.
    expect(led.record).toMatchObject({
      desk: '',
      slug: 'ПАРОМ',
      status: 'published',
      updated: '2026-04-14T11:04:00.000Z',
    })
    expect(led.record.publications.map(({ kind }) => kind)).toEqual(['first', 'correction'])
    expect([led.version, led.sequence]).toEqual([43, 20])
    const by = version === 1 ? '' : 'Лев «К.»'
    expect(led.record.moves.slice(-2)).toEqual([
      { from: 'published', to: 'in_edit', at: '2026-04-14T11:03:00.000Z', by },
      { from: 'in_edit', to: 'published', at: '2026-04-14T11:04:00.000Z', by },
    ])
  })

  it('have journal entries with one migration for each step up, with no gap', () => {
    expect(entryMigrations.map(({ to }) => to)).toEqual(
      Array.from({ length: entryFormat - 1 }, (_, index) => index + 2),
    )
  })

  it.each(every)('of version %i are still read inside a saved version', async (version) => {
    const bytes = await golden(version, 'version.json.gz')
    const saved = await decodeVersion(bytes)
    const sample = sampleStory()
    expect(saved.story.document.eq(sample.document)).toBe(true)
    expect(saved.story.record).toMatchObject(
      version === 1
        ? sample.record
        : { ...sample.record, status: 'published', publications: [{ version: 1 }], ...handling[version] },
    )
    expect(saved.about).toEqual({
      number: 7,
      at: '2026-04-14T11:05:00.000Z',
      by: 'Լիլիթ Պ.',
      kind: 'named',
      name: 'After the «second» read 🔔',
      words: wordCount(sample.document),
      wordsAdded: 12,
      wordsRemoved: 3,
      // Made when the version was kept, and still what names its content.
      sha256: contentSum(saved.story),
    })
    // Compressed bytes may differ from one zlib to the next; what is in them must not.
    if (version === currentFormat) expect(jsonOf(await encodeVersion(saved))).toEqual(jsonOf(bytes))
    const later = gzipSync(JSON.stringify({ format: 2, choir: true }))
    await expect(decodeVersion(later)).rejects.toMatchObject({ code: 'newer_format' })
  })

  it('of a later version are refused, and what has none is damaged', () => {
    const code = (json: unknown): string => {
      try {
        readStory(json)
        return 'read'
      } catch (error) {
        return (error as { code: string }).code
      }
    }
    expect(code({ format: currentFormat + 1, choir: true })).toBe('newer_format')
    expect([null, 3, [], {}, { format: 0 }, { format: '1' }, { format: 1 }].map(code)).toEqual(
      Array(7).fill('story_damaged'),
    )
  })

  it('are led through every migration above their own, in order, whatever migrations there will be', () => {
    const migrations: StoryMigration[] = [
      { to: 2, up: ({ slug, ...file }) => ({ ...file, name: slug }) },
      { to: 3, up: (file) => ({ ...file, names: [file['name']] }) },
    ]
    const oldest = Object.freeze({ format: 1, slug: 'FERRY' })
    expect(migrateStory(oldest, migrations)).toEqual({ format: 3, name: 'FERRY', names: ['FERRY'] })
    expect(migrateStory({ format: 2, name: 'BELL' }, migrations)).toEqual({ format: 3, name: 'BELL', names: ['BELL'] })
    expect(migrateStory({ format: 3, names: [] }, migrations)).toEqual({ format: 3, names: [] })
    expect(() => migrateStory({ format: 4 }, migrations)).toThrow(/newer Galley/)
  })

  it('are migrated without changing what was given', () => {
    const file = Object.freeze({ format: currentFormat, record: Object.freeze({}) })
    expect(migrateStory(file)).toEqual(file)
  })
})
