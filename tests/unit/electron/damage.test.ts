import { expect, test, vi } from 'vitest'
import { Damage } from '../../../electron/main/damage.ts'
import { storyIdSchema } from '../../../storage/model/ids.ts'

const story = storyIdSchema.parse('019a2b3c-4d5e-7f60-8a1b-2c3d4e5f6071')
const settings = {
  kind: 'damaged',
  story: null,
  message: 'The settings were damaged.',
  quarantined: '/q/galley.json',
} as const
const version = { kind: 'damaged', story, message: 'A version is damaged.', quarantined: null } as const

test('what is damaged before a window asks is kept for it, what comes later is told, each once', () => {
  const tell = vi.fn()
  const damage = new Damage(tell)
  damage.hear(settings)
  damage.hear(settings)
  expect(damage.beforeWindows()).toEqual([{ id: null, message: settings.message, quarantined: '/q/galley.json' }])
  damage.hear(settings)
  damage.hear(version)
  damage.hear(version)
  expect(tell.mock.calls).toEqual([[{ id: story, message: version.message, quarantined: null }]])
  expect(damage.beforeWindows()).toHaveLength(1)
})

test('what opening a story put aside is left to its recovery', () => {
  const tell = vi.fn()
  const damage = new Damage(tell)
  damage.hear({ ...version, quarantined: '/q/story.json' })
  expect(damage.beforeWindows()).toEqual([])
})
