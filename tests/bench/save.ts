import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench } from './bench.ts'
import type { Measurement } from './figure.ts'
import { interleave } from './interleave.ts'
import { makeManyStories } from './many-stories.ts'
import { PlainFile } from './plain-file.ts'
import { SavedStory } from './saved-story.ts'

const rounds = 30
const keysPerRound = 20
const snapshotRounds = 20
const snapshotsPerRound = 3
const sizes = { short: 1_000, long: 100_000 }
const archives = { few: 10, many: 10_000 }

/** What a keystroke and a snapshot cost until they are on the disk, by the length of the story and of the archive. */
export const save: Bench = {
  name: 'save',
  about: 'until a key or a snapshot is on disk, against a plain append and fdatasync of the same bytes',
  needsWindow: false,
  measure: async (say) => {
    const folder = await mkdtemp(join(tmpdir(), 'galley-bench-save-'))
    const opened: SavedStory[] = []
    try {
      const open = async (name: string, words: number, others: number): Promise<SavedStory> => {
        say(`Making a story of ${words.toLocaleString('en')} words among ${others.toLocaleString('en')} ...`)
        const root = join(folder, name)
        const story = await SavedStory.open(root, await makeManyStories(root, words, others))
        opened.push(story)
        return story
      }
      const short = await open('short', sizes.short, archives.few)
      const long = await open('long', sizes.long, archives.few)
      const among = await open('among', sizes.short, archives.many)
      const plain = await PlainFile.open(join(folder, 'plain'))
      try {
        say(`Typing ${rounds * keysPerRound} keys in each, in turn ...`)
        const typed = await interleave(rounds, 3, {
          short: () => short.type(keysPerRound),
          plain: () => plain.append(keysPerRound, short.bytesOfKey),
          long: () => long.type(keysPerRound),
          among: () => among.type(keysPerRound),
        })
        say(`Saving each ${snapshotRounds * snapshotsPerRound} times, in turn ...`)
        const saved = await interleave(snapshotRounds, 2, {
          few: () => short.snapshot(snapshotsPerRound),
          plain: () => plain.append(snapshotsPerRound, short.bytesOfSnapshot),
          many: () => among.snapshot(snapshotsPerRound),
        })
        return [...keys(typed), ...snapshots(saved), ...bytes(short, long, among)]
      } finally {
        await plain.close()
      }
    } finally {
      for (const story of opened) await story.close()
      await rm(folder, { recursive: true, force: true })
    }
  },
}

function keys(typed: Record<'short' | 'long' | 'among' | 'plain', number[]>): Measurement[] {
  const plain = { name: 'plain append and fdatasync', samples: typed.plain }
  const inShort = { name: 'in 1,000 words, among 10 stories', samples: typed.short }
  const unit = 'ms'
  return [
    { name: 'a key, 1,000 words', unit, samples: typed.short, baseline: plain, limit: { atMost: 2 } },
    { name: 'a key, 100,000 words', unit, samples: typed.long, baseline: plain, limit: { atMost: 2 } },
    { name: 'a key, 100,000 words to 1,000', unit, samples: typed.long, baseline: inShort, limit: { atMost: 1.3 } },
    { name: 'a key, 10,000 stories to 10', unit, samples: typed.among, baseline: inShort, limit: { atMost: 1.1 } },
  ]
}

function snapshots(saved: Record<'few' | 'many' | 'plain', number[]>): Measurement[] {
  const plain = { name: 'plain append and fdatasync', samples: saved.plain }
  const amongFew = { name: 'among 10 stories', samples: saved.few }
  const unit = 'ms'
  return [
    { name: 'a snapshot, among 10 stories', unit, samples: saved.few, baseline: plain },
    { name: 'a snapshot, among 10,000 stories', unit, samples: saved.many, baseline: plain },
    { name: 'a snapshot, 10,000 stories to 10', unit, samples: saved.many, baseline: amongFew, limit: { atMost: 1.1 } },
  ]
}

function bytes(short: SavedStory, long: SavedStory, among: SavedStory): Measurement[] {
  const unit = 'bytes'
  const ofKey = { name: 'in 1,000 words, among 10 stories', samples: [short.bytesOfKey] }
  const ofSnapshot = { name: 'among 10 stories', samples: [short.bytesOfSnapshot] }
  return [
    { name: 'written a key, 100,000 words', unit, samples: [long.bytesOfKey], baseline: ofKey, limit: { atMost: 1.3 } },
    {
      name: 'written a key, among 10,000 stories',
      unit,
      samples: [among.bytesOfKey],
      baseline: ofKey,
      limit: { atMost: 1.1 },
    },
    {
      name: 'written a snapshot, among 10,000 stories',
      unit,
      samples: [among.bytesOfSnapshot],
      baseline: ofSnapshot,
      limit: { atMost: 1.1 },
    },
  ]
}
