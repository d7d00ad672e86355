import { describe, expect, test } from 'vitest'
import type { Bridge } from '../../../electron/ipc/contract/index.ts'
import { newRecord, slugSchema } from '../../../storage/model/record.ts'
import { languageTagSchema } from '../../../storage/model/language.ts'
import { obstacleTo, requestFor } from '../../../renderer/publish/plan.ts'
import type { Plan } from '../../../renderer/publish/plan.ts'
import { Publication } from '../../../renderer/publish/publication.ts'
import type { PublishStep } from '../../../renderer/publish/publication.ts'
import { completion, publishStages } from '../../../renderer/publish/stages.ts'
import { summary } from './summaries.ts'

const record = newRecord({
  id: summary(1).id,
  language: languageTagSchema.parse('en'),
  slug: slugSchema.parse('BRIDGE'),
  created: '2026-04-14T10:00:00.000Z',
})
const plan: Plan = { folder: '/out', formats: new Set(['ninjs']), zip: false, kind: 'update', note: '' }

describe('what stands in the way of publishing', () => {
  test.each([
    ['nothing', plan, 0, null],
    ['checks that have not finished', plan, null, 'checking'],
    ['blocking findings', plan, 2, 'findings'],
    ['no format', { ...plan, formats: new Set<never>() }, 0, 'format'],
    ['no folder', { ...plan, folder: null }, 0, 'folder'],
    ['a correction without its note', { ...plan, kind: 'correction' as const, note: '  ' }, 0, 'note'],
    ['a kill without its reason', { ...plan, kind: 'kill' as const }, 0, 'note'],
  ])('%s', (_what, asked, blocking, obstacle) => {
    expect(obstacleTo(asked, blocking)).toBe(obstacle)
  })

  test('a kill goes out whatever the findings are', () => {
    expect(obstacleTo({ ...plan, kind: 'kill', note: 'The boat does not run.' }, 3)).toBeNull()
  })
})

test('the request says what the plan says', () => {
  expect(requestFor([record.id], { ...plan, kind: 'correction', note: ' It was six hours. ' })).toEqual({
    ids: [record.id],
    folder: '/out',
    formats: ['ninjs'],
    note: 'It was six hours.',
    kind: 'correction',
    zip: false,
  })
  expect(requestFor([record.id], { ...plan, folder: null })).toBeNull()
})

test('progress never goes back from step to step and ends whole', () => {
  const steps = publishStages.flatMap((stage): PublishStep[] => [
    { stage, done: 0, total: 4 },
    { stage, done: 4, total: 4 },
  ])
  const shares = steps.map(completion)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares[0]).toBe(0)
  expect(shares.at(-1)).toBe(1)
})

describe('a publication', () => {
  /** A bridge whose `publish` is answered when the test says so. */
  function press() {
    let tell: (step: PublishStep) => void = () => undefined
    let answer: (value: unknown) => void = () => undefined
    const bridge = {
      publishing: {
        publish: () =>
          new Promise((resolve) => {
            answer = resolve
          }),
        cancel: () => Promise.resolve({ ok: true, value: null }),
      },
      on: (_name: string, listener: (step: PublishStep) => void) => {
        tell = listener
        return () => undefined
      },
    } as unknown as Bridge
    const publication = new Publication(bridge)
    return { publication, tell: (step: PublishStep) => tell(step), answer: (value: unknown) => answer(value) }
  }
  const request = requestFor([record.id], plan)

  test('follows the steps that main tells and ends with the bundle', async () => {
    if (request === null) throw new Error('the plan is whole')
    const { publication, tell, answer } = press()
    const published = publication.publish(request, 'BRIDGE')
    tell({ stage: 'render', done: 1, total: 3 })
    expect(publication.state.get()).toMatchObject({ state: 'running', step: { stage: 'render', done: 1 } })
    publication.reset()
    expect(publication.state.get().state).toBe('running')
    answer({ ok: true, value: { bundle: '/out/BRIDGE', stories: [], files: 3, bytes: 9 } })
    await published
    expect(publication.state.get()).toMatchObject({ state: 'done', published: { files: 3 } })
    tell({ stage: 'check', done: 0, total: 0 })
    expect(publication.state.get().state).toBe('done')
  })

  test('being stopped is no failure', async () => {
    if (request === null) throw new Error('the plan is whole')
    const { publication, answer } = press()
    const published = publication.publish(request, 'BRIDGE')
    answer({ ok: false, error: { code: 'cancelled', message: 'Stopped.' } })
    await published
    expect(publication.state.get().state).toBe('stopped')
  })

  test('a failure keeps its sentence', async () => {
    if (request === null) throw new Error('the plan is whole')
    const { publication, answer } = press()
    const published = publication.publish(request, 'BRIDGE')
    answer({ ok: false, error: { code: 'disk_full', message: 'The disk is full.' } })
    await published
    expect(publication.state.get()).toEqual({ state: 'failed', message: 'The disk is full.' })
  })
})
