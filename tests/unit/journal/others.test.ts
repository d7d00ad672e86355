import { describe, expect, it, vi } from 'vitest'
import type { SavedState } from '../../../storage/model/steps.ts'
import { headlineOf } from '../../../storage/model/summary.ts'
import { typing, window1, window2 } from './entries.ts'
import { MemoryDesk } from './held-story.ts'

describe('changes that others made', () => {
  it('are taken in one turn when everything is saved, and refused unseen when it is not', async () => {
    const desk = new MemoryDesk()
    const story = desk.open()
    const make = vi.fn(() => Promise.resolve([{ kind: 'record', patch: { desk: 'Foreign' }, by: '' } as const]))
    expect(await story.changeWhenSaved(make)).toBe(true)
    expect(story.record.desk).toBe('Foreign')
    // That change itself is not in a snapshot yet.
    expect(await story.changeWhenSaved(make)).toBe(false)
    expect(make).toHaveBeenCalledTimes(1)
    await story.flush()
    const taken = story.changeWhenSaved(make)
    const typed = story.receive(0, typing(story.document, 'A'), window1)
    expect([await taken, (await typed).outcome]).toEqual([true, 'accepted'])
  })

  it('are not taken while changes cannot be saved: a window holds more than we know', async () => {
    const desk = new MemoryDesk()
    const story = desk.open()
    desk.full = true
    await expect(story.receive(0, typing(story.document, 'A'), window1)).rejects.toMatchObject({ code: 'disk_full' })
    expect(await story.changeWhenSaved(() => Promise.resolve([]))).toBe(false)
  })

  it('let the words be heard that a window sends too late', async () => {
    const onLate = vi.fn()
    const desk = new MemoryDesk()
    const story = desk.open(undefined, onLate)
    const { document } = story
    const steps = typing(document, 'theirs ')
    await story.changeWhenSaved(() => Promise.resolve([{ kind: 'steps', version: 0, client: window2, steps }]))
    expect(await story.receive(0, typing(document, 'late '), window1)).toMatchObject({ outcome: 'behind' })
    expect(await story.receive(0, [{ stepType: 'replace', from: 9000, to: 9001 }], window1)).toMatchObject({
      outcome: 'behind',
    })
    const [[late]] = onLate.mock.calls as [[{ document: typeof document }]]
    expect(onLate).toHaveBeenCalledTimes(1)
    expect(headlineOf(late.document)).toMatch(/^late The ferry/)
    expect(headlineOf(story.document)).toMatch(/^theirs The ferry/)
  })
})

describe('a snapshot that is refused while the journal works', () => {
  it('is told as a warning beside the acknowledgements, until one is written', async () => {
    const desk = new MemoryDesk()
    const story = desk.open()
    const told: SavedState[] = []
    story.subscribe((event) => {
      if (event.kind === 'saved') told.push(event.saved)
    })
    desk.snapshotsRefused = true
    await story.receive(0, typing(story.document, 'A'), window1)
    await expect(story.flush()).rejects.toMatchObject({ code: 'disk_full' })
    await expect(story.flush()).rejects.toMatchObject({ code: 'disk_full' })
    await story.receive(1, typing(story.document, 'B'), window1)
    desk.snapshotsRefused = false
    await story.flush()
    expect(told.map(({ state }) => state)).toEqual(['saved', 'saved', 'saved', 'saved'])
    expect(told.map((saved) => 'warning' in saved)).toEqual([false, true, true, false])
  })
})

describe('a journal that has gone from its place', () => {
  it('gives way to a snapshot and begins anew, and the change is acknowledged', async () => {
    const desk = new MemoryDesk()
    const story = desk.open()
    await story.receive(0, typing(story.document, 'A'), window1)
    desk.gone = true
    expect(await story.receive(1, typing(story.document, 'B'), window1)).toMatchObject({ outcome: 'accepted' })
    expect([desk.snapshots.at(-1)?.sequence, desk.held.map(({ sequence }) => sequence)]).toEqual([1, [2]])
    expect(headlineOf(desk.recovered().document)).toMatch(/^BAThe ferry/)
  })

  it('is a refusal when no snapshot can be written either', async () => {
    const desk = new MemoryDesk()
    const story = desk.open()
    desk.gone = true
    desk.snapshotsRefused = true
    await expect(story.receive(0, typing(story.document, 'A'), window1)).rejects.toMatchObject({ code: 'disk_full' })
    expect(story.saved.state).toBe('failing')
    expect(story.version).toBe(0)
  })
})

it('a story that was closed writes nothing more', async () => {
  const desk = new MemoryDesk()
  const story = desk.open()
  await story.receive(0, typing(story.document, 'A'), window1)
  await story.close()
  await story.rewrite()
  expect(desk.snapshots).toHaveLength(2)
})
