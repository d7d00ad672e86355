import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeFileSystem as fs } from '../../../storage/files/node-file-system.ts'
import { run } from '../../../storage/cli/run.ts'
import { storyPlaces } from '../../../storage/library/places.ts'
import { contentOf } from '../../unit/library/folder-content.ts'
import { thorough } from '../../fixtures/thorough.ts'
import { heldIn, makeFullDesk, reopened } from './full-desk.ts'
import type { FullDesk, Held } from './full-desk.ts'

let folder = ''
let desk: FullDesk
let sound: Held

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-damage-'))
  desk = await makeFullDesk(fs, join(folder, 'sound'))
  sound = await heldAt(desk.root)
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

const heldAt = (root: string): Promise<Held> =>
  reopened(fs, root, (workspace) => heldIn(workspace, fs, [desk.photo], desk.story))

interface Answer {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** Runs the command line on a workspace, in this process. */
async function galley(root: string, ...words: string[]): Promise<Answer> {
  let [out, err] = ['', '']
  const terminal = {
    out: (text: string): void => void (out += text),
    err: (text: string): void => void (err += text),
    isScreen: false,
  }
  const { signal } = new AbortController()
  const status = await run([...words, '--workspace', root], {
    terminal,
    input: Readable.from([]),
    signal,
    version: '0',
  })
  return { status, out, err }
}

/** What can be done to a file: its bytes before and after. */
const damages: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  emptied: () => Buffer.alloc(0),
  'cut in half': (bytes) => bytes.subarray(0, bytes.length >> 1),
  'cut by two bytes': (bytes) => bytes.subarray(0, -2),
  zeroed: (bytes) => Buffer.alloc(bytes.length),
  'changed in a bit in its middle': (bytes) => flipped(bytes, 0.5),
}

function flipped(bytes: Buffer, part: number): Buffer {
  const changed = Buffer.from(bytes)
  const at = Math.floor(changed.length * part)
  changed[at] = (changed[at] ?? 0) ^ 4
  return changed
}

/** What only this file holds, and what is therefore gone with it: the keys of what a workspace holds. */
function onlyIn(path: string): RegExp {
  if (path === 'galley.json') return /^settings$/
  if (path === 'authority.json') return /^name Նարեկ$/
  if (path === 'published/2026-04.json') return /^ledger/
  if (path.endsWith('.json.gz')) return /, version 1$/
  if (path.endsWith('trashed.json')) return /^trashed /
  if (path.startsWith('media/') && !path.endsWith('.json')) return /^photo /
  return /^$/
}

const files = [
  'galley.json',
  'galley.prev.json',
  'authority.json',
  'authority.prev.json',
  'published/2026-04.json',
  'published/2026-04.prev.json',
  'story.json',
  'story.prev.json',
  'journal.ndjson',
  'versions/0001.json.gz',
  'versions/versions.json',
  'photo',
  'photo.json',
  'trash/story.json',
  'trash/trashed.json',
]

/** A file of the desk by its short name. */
function placeOf(name: string, paths: readonly string[]): string {
  const { story, trashed, photo } = desk
  const own = storyPlaces('', story).folder
  if (name === 'photo') return paths.find((path) => path.includes(photo) && !path.endsWith('.json')) ?? ''
  if (name === 'photo.json') return `media/${photo.slice(0, 2)}/${photo}.json`
  if (name.startsWith('trash/')) return `trash/${trashed}/${name.slice(6)}`
  return paths.includes(name) ? name : `${own}/${name}`
}

/** Every file is cut, zeroed and changed in a bit; the ways of being shortened that are alike take turns. */
function damagesOf(name: string): string[] {
  const [spared] = files.indexOf(name) % 2 === 0 ? ['cut in half'] : ['cut by two bytes']
  return Object.keys(damages).filter(
    (how) => thorough || (how !== spared && (how !== 'emptied' || name.endsWith('.prev.json'))),
  )
}

describe.each(files)('%s', (name) => {
  it.each(damagesOf(name))('when it is %s, is told of, and nothing is lost that another file holds', async (how) => {
    const root = await mkdtemp(join(folder, 'damaged-'))
    await cp(desk.root, root, { recursive: true })
    const path = placeOf(name, Object.keys(await contentOf(root)))
    const bytes = await readFile(join(root, path))
    await writeFile(join(root, path), damages[how]?.(bytes) ?? bytes)

    const answers = {
      list: await galley(root, 'list', '--json'),
      show: await galley(root, 'show', desk.story, '--json'),
      history: await galley(root, 'history', desk.story, '--json'),
      doctor: await galley(root, 'doctor', '--json'),
    }
    for (const { status, out } of [answers.list, answers.show, answers.history]) {
      expect(status, out).toBe(0)
      JSON.parse(out)
    }
    const report = JSON.parse(answers.doctor.out) as { ok: boolean; problems: unknown[] }
    expect(answers.doctor.status).toBe(report.ok ? 0 : 1)
    const told =
      Object.values(answers).some(({ err }) => err !== '') ||
      report.problems.some((one) => JSON.stringify(one).includes(path))

    const mended = await galley(root, 'doctor', '--repair', '--json')
    // A photo's own file has no second copy, which the doctor goes on telling.
    const isMended = name !== 'photo'
    const left = (JSON.parse(mended.out) as { problems: { code: string }[] }).problems.map(({ code }) => code)
    expect(left.filter((code) => code !== 'media_missing')).toEqual(isMended ? [] : ['media_without_original'])
    const held = await heldAt(root).catch((error: unknown) => {
      if (isMended) throw error
      return sound
    })
    const changed = [...sound.keys()].filter((key) => held.get(key) !== sound.get(key))
    expect(changed.filter((key) => !onlyIn(path).test(key))).toEqual([])
    // Nothing changes without a word, but for the day on which a story went to the trash.
    if (!told) expect(changed.filter((key) => !key.startsWith('trashed'))).toEqual([])
    await rm(root, { recursive: true })
  })
})

describe('the lock', () => {
  it.each(['emptied', 'zeroed'])('is taken over when it was %s', async (how) => {
    const root = await mkdtemp(join(folder, 'damaged-'))
    await cp(desk.root, root, { recursive: true })
    await writeFile(join(root, '.lock'), how === 'emptied' ? '' : Buffer.alloc(300))
    expect(await galley(root, 'list', '--json')).toMatchObject({ status: 0 })
  })
})
