import { Transform } from 'prosemirror-transform'
import { describe, expect, it, vi } from 'vitest'
import type { AuthorityEvent } from '../../../storage/journal/authority.ts'
import { publicationSchema, slugSchema } from '../../../storage/model/record.ts'
import type { RecordPatch } from '../../../storage/model/record.ts'
import { headlineOf } from '../../../storage/model/summary.ts'
import { stepsOf, typing, window1, window2 } from './entries.ts'
import { MemoryDesk } from './held-story.ts'

const publication = publicationSchema.parse({
  version: 1,
  at: '2026-04-14T10:00:00.000Z',
  kind: 'first',
  note: '',
  sha256: 'c'.repeat(64),
})

describe('the authority of an open story', () => {
  it('answers only when the change is in the journal, and then tells of it', async () => {
    const desk = new MemoryDesk()
    const story = desk.open()
    const heard: AuthorityEvent[] = []
    story.subscribe((event) => {
      expect(desk.appends).toBe(1)
      heard.push(event)
    })
    const steps = typing(story.document, 'Քանի՞ ')
    const answer = await story.receive(0, steps, window1)
    expect(answer).toMatchObject({ outcome: 'accepted', version: 1 })
    expect(heard).toEqual([
      { kind: 'steps', steps: { version: 0, steps, clients: [window1] } },
      { kind: 'saved', saved: { state: 'saved', at: story.record.updated } },
    ])
    expect(headlineOf(desk.recovered().document)).toBe('Քանի՞ The ferry at Vernashat returns')
    expect(desk.recovered()).toMatchObject({ version: 1, record: story.record })
  })

  it('tells a window that is behind what it missed, and takes its steps once it has caught up', async () => {
    const story = new MemoryDesk().open()
    const before = story.document
    await story.receive(0, typing(before, 'A'), window1)
    const late = await story.receive(0, typing(before, 'B'), window2)
    expect(late).toEqual({ outcome: 'behind', missed: { version: 0, steps: typing(before, 'A'), clients: [window1] } })
    expect(story.version).toBe(1)
    expect(await story.receive(1, typing(story.document, 'B'), window2)).toMatchObject({
      outcome: 'accepted',
      version: 2,
    })
    expect(story.stepsSince(1).clients).toEqual([window2])
    expect(story.stepsSince(2).steps).toEqual([])
  })

  it('takes requests that come at once one after the other', async () => {
    const story = new MemoryDesk().open()
    const [first, second] = await Promise.all([
      story.receive(0, typing(story.document, 'A'), window1),
      story.receive(0, typing(story.document, 'B'), window2),
      story.changeRecord({ desk: 'Foreign' }),
    ])
    expect([first.outcome, second.outcome]).toEqual(['accepted', 'behind'])
    expect(story.record.desk).toBe('Foreign')
  })

  it.each([
    ['a step that does not apply', [{ stepType: 'replace', from: 5000, to: 5001 }]],
    ['a step of no known kind', [{ stepType: 'overwrite', from: 0, to: 1 }]],
    [
      'a node that the schema does not know',
      [{ stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'script' }] } }],
    ],
    ['a block where text belongs', [{ stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'rule' }] } }]],
    [
      'a link that runs a program',
      [
        {
          stepType: 'addMark',
          mark: { type: 'link', attrs: { href: 'javascript:alert(1)' } },
          from: 80,
          to: 90,
        },
      ],
    ],
    ['a quotation table that is none', [{ stepType: 'docAttr', attr: 'quotes', value: { x: 'y' } }]],
    ['a second headline', [{ stepType: 'replace', from: 0, to: 0, slice: { content: [{ type: 'headline' }] } }]],
  ])('refuses %s and nothing of the request is taken', async (_, bad) => {
    const desk = new MemoryDesk()
    const story = desk.open()
    const before = story.document
    const request = [...typing(before, 'A'), ...bad]
    await expect(story.receive(0, request, window1)).rejects.toMatchObject({ code: 'step_refused' })
    expect(story.document).toBe(before)
    expect([story.version, desk.appends]).toEqual([0, 0])
    expect(await story.receive(0, typing(before, 'B'), window1)).toMatchObject({ outcome: 'accepted' })
  })

  it('refuses a figure with an attribute out of range', async () => {
    const story = new MemoryDesk().open()
    let at = -1
    story.document.descendants((node, pos) => {
      if (node.type.name === 'figure') at = pos
      return true
    })
    const bad = { stepType: 'attr', pos: at, attr: 'layout', value: 'poster' }
    await expect(story.receive(0, [bad], window1)).rejects.toMatchObject({ code: 'step_refused' })
    const good = stepsOf(new Transform(story.document).setNodeAttribute(at, 'layout', 'inset'))
    expect(await story.receive(0, good, window1)).toMatchObject({ outcome: 'accepted' })
  })

  it('keeps only what it knows of a step', async () => {
    const desk = new MemoryDesk()
    const story = desk.open()
    const [step] = typing(story.document, 'A')
    await story.receive(0, [{ ...step, stepType: 'replace', note: 'x'.repeat(1000) }], window1)
    expect(JSON.stringify(desk.held)).not.toContain('xxx')
  })

  it('sends a window back that it cannot help to catch up', async () => {
    const story = new MemoryDesk().open()
    for (let version = 0; version < 2100; version += 1)
      await story.receive(version, typing(story.document, 'x'), window1)
    await expect(story.receive(50, typing(story.document, 'B'), window2)).rejects.toMatchObject({
      code: 'version_behind',
    })
    await expect(story.receive(9999, typing(story.document, 'B'), window2)).rejects.toMatchObject({
      code: 'version_behind',
    })
    expect(story.stepsSince(1100).steps).toHaveLength(1000)
  })

  it('changes the record by the same journal', async () => {
    const desk = new MemoryDesk()
    const story = desk.open()
    const heard = vi.fn()
    story.subscribe(heard)
    const patch = { slug: slugSchema.parse('ПАРОМ-ВЕРНАШАТ'), embargo: '2026-05-01T06:00:00Z', genre: undefined }
    const { record, at } = await story.changeRecord(patch)
    expect(record).toMatchObject({ slug: 'ПАРОМ-ВЕРНАШАТ', embargo: '2026-05-01T06:00:00Z', genre: null, updated: at })
    expect(heard).toHaveBeenCalledWith({ kind: 'record', record })
    await story.addPublication(publication)
    expect(story.record).toMatchObject({ status: 'published', publications: [publication] })
    await story.addPublication({ ...publication, version: 2, kind: 'kill' })
    expect(story.record.status).toBe('withdrawn')
    expect(desk.recovered().record).toEqual(story.record)
  })

  it.each([{ slug: 'two words' }, { urgency: 0 }, { id: 'x' }, { embargo: 'tomorrow' }, { byline: [''] }])(
    'refuses the record change %j',
    async (patch) => {
      const desk = new MemoryDesk()
      const story = desk.open()
      await expect(story.changeRecord(patch as RecordPatch)).rejects.toMatchObject({ code: 'invalid_input' })
      expect(desk.appends).toBe(0)
    },
  )

  it('notes who moved it from status to status, and when', async () => {
    const desk = new MemoryDesk()
    const story = desk.open(undefined, undefined, 'Լիլիթ Պ.')
    const { at } = await story.changeRecord({ status: 'ready', desk: 'Home' })
    await story.changeRecord({ status: 'ready' })
    await story.addPublication(publication)
    const published = story.record.updated
    expect(story.record.moves).toEqual([
      { from: 'draft', to: 'ready', at, by: 'Լիլիթ Պ.' },
      { from: 'ready', to: 'published', at: published, by: 'Լիլիթ Պ.' },
    ])
    expect(desk.recovered().record).toEqual(story.record)
  })

  it.each(['published', 'ready', 'draft'] as const)('is not made %s by hand once it was killed', async (status) => {
    const desk = new MemoryDesk()
    const story = desk.open()
    await story.addPublication({ ...publication, kind: 'kill' })
    await expect(story.changeRecord({ status })).rejects.toMatchObject({ code: 'invalid_input' })
    expect(desk.appends).toBe(1)
    expect(story.record).toMatchObject({ status: 'withdrawn', moves: [{ from: 'draft', to: 'withdrawn' }] })
  })

  it('is failing while the disk refuses, takes nothing meanwhile, and is saved again after', async () => {
    const desk = new MemoryDesk()
    const story = desk.open()
    const before = story.document
    desk.full = true
    await expect(story.receive(0, typing(before, 'A'), window1)).rejects.toMatchObject({ code: 'disk_full' })
    const since = story.saved
    await expect(story.changeRecord({ desk: 'Home' })).rejects.toMatchObject({ code: 'disk_full' })
    expect(story.saved).toMatchObject({ state: 'failing', message: 'The disk is full.' })
    expect(story.saved).toEqual(since)
    expect([story.document, story.version, story.record.desk]).toEqual([before, 0, ''])
    desk.full = false
    expect(await story.receive(0, typing(before, 'A'), window1)).toMatchObject({ outcome: 'accepted', version: 1 })
    expect(story.saved.state).toBe('saved')
  })

  it('does not let a listener that fails undo a change', async () => {
    const story = new MemoryDesk().open()
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined)
    story.subscribe(() => {
      throw new Error('window is gone')
    })
    expect(await story.receive(0, typing(story.document, 'A'), window1)).toMatchObject({ outcome: 'accepted' })
    expect(warned).toHaveBeenCalled()
    warned.mockRestore()
  })
})

describe('snapshots', () => {
  it('follow after quiet, and the journal is cut to what the one before still needs', async () => {
    vi.useFakeTimers()
    const desk = new MemoryDesk()
    const story = desk.open({ quiet: 2000, longest: 30_000 })
    const type = async (text: string): Promise<void> => {
      await story.receive(story.version, typing(story.document, text), window1)
    }
    await type('A')
    await vi.advanceTimersByTimeAsync(1900)
    await type('B')
    await vi.advanceTimersByTimeAsync(1900)
    expect(desk.snapshots).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(200)
    expect(desk.snapshots.at(-1)).toMatchObject({ version: 2, sequence: 2 })
    await type('C')
    await vi.advanceTimersByTimeAsync(2100)
    expect(desk.held.map((entry) => entry.sequence)).toEqual([3])
    expect(desk.recovered(1)).toEqual(desk.recovered(0))
    vi.useRealTimers()
  })

  it('follow at the latest after the longest time, however fast somebody types', async () => {
    vi.useFakeTimers()
    const desk = new MemoryDesk()
    const story = desk.open({ quiet: 2000, longest: 30_000 })
    for (let second = 0; second < 31; second += 1) {
      await story.receive(story.version, typing(story.document, 'x'), window1)
      await vi.advanceTimersByTimeAsync(1000)
    }
    expect(desk.snapshots).toHaveLength(2)
    vi.useRealTimers()
  })

  it('hold everything on flush and on close, and are not written when nothing changed', async () => {
    const desk = new MemoryDesk()
    const story = desk.open()
    const told = vi.fn()
    story.subscribe(told)
    await story.flush()
    expect(desk.snapshots).toHaveLength(1)
    void story.receive(0, typing(story.document, 'A'), window1)
    await story.flush()
    expect(desk.snapshots.at(-1)?.version).toBe(1)
    expect(told).toHaveBeenCalledWith({ kind: 'snapshot' })
    void story.changeRecord({ desk: 'Home' })
    await story.close()
    expect(desk.snapshots.at(-1)?.record.desk).toBe('Home')
    await expect(story.receive(1, typing(story.document, 'B'), window1)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('that are refused lose nothing and are tried again', async () => {
    vi.useFakeTimers()
    const desk = new MemoryDesk()
    const story = desk.open({ quiet: 2000, longest: 30_000 })
    await story.receive(0, typing(story.document, 'A'), window1)
    desk.snapshotsRefused = true
    await vi.advanceTimersByTimeAsync(5000)
    await expect(story.flush()).rejects.toMatchObject({ code: 'disk_full' })
    expect(story.saved.state).toBe('saved')
    expect(desk.recovered().version).toBe(1)
    desk.snapshotsRefused = false
    await story.receive(1, typing(story.document, 'B'), window1)
    await vi.advanceTimersByTimeAsync(2500)
    expect(desk.snapshots.at(-1)?.version).toBe(2)
    vi.useRealTimers()
  })

  it('are not written after the story was closed', async () => {
    vi.useFakeTimers()
    const desk = new MemoryDesk()
    const story = desk.open({ quiet: 2000, longest: 30_000 })
    await story.receive(0, typing(story.document, 'A'), window1)
    desk.snapshotsRefused = true
    await expect(story.close()).rejects.toMatchObject({ code: 'disk_full' })
    desk.snapshotsRefused = false
    await vi.advanceTimersByTimeAsync(60_000)
    expect(desk.snapshots).toHaveLength(1)
    expect(desk.recovered().version).toBe(1)
    vi.useRealTimers()
  })

  it('need no entry twice when a crash comes between snapshot and cut', async () => {
    const desk = new MemoryDesk()
    const story = desk.open()
    await story.receive(0, typing(story.document, 'A'), window1)
    desk.cut = () => Promise.reject(new Error('power'))
    await story.flush()
    expect(desk.held).toHaveLength(1)
    expect(desk.recovered()).toMatchObject({ version: 1, sequence: 1 })
    const next = desk.open()
    await next.receive(1, typing(next.document, 'B'), window1)
    expect(headlineOf(desk.recovered().document).startsWith('BAThe')).toBe(true)
    expect(desk.recovered(1)).toEqual(desk.recovered())
  })

  it('are caught up with after a crash, and windows can still catch up with the steps before it', async () => {
    const desk = new MemoryDesk()
    const story = desk.open()
    await story.receive(0, typing(story.document, 'A'), window1)
    const next = desk.open()
    expect(next.version).toBe(1)
    expect(next.stepsSince(0).clients).toEqual([window1])
    await next.flush()
    expect(desk.snapshots.at(-1)?.sequence).toBe(1)
  })
})
