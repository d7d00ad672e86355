import { describe, expect, it } from 'vitest'
import { mayMove, storyStatuses } from '../../../storage/model/status.ts'

describe('the moves between statuses', () => {
  it('never lead to published or withdrawn by hand', () => {
    for (const from of storyStatuses) {
      for (const to of ['published', 'withdrawn'] as const) expect(mayMove(from, to)).toBe(from === to)
    }
  })

  it('lead out of every status', () => {
    for (const from of storyStatuses) {
      expect(storyStatuses.some((to) => to !== from && mayMove(from, to))).toBe(true)
    }
  })

  it('lead from draft to ready and back, and from published to work on an update', () => {
    expect(mayMove('draft', 'ready')).toBe(true)
    expect(mayMove('ready', 'draft')).toBe(true)
    expect(mayMove('published', 'in_edit')).toBe(true)
    expect(mayMove('published', 'draft')).toBe(false)
  })
})
