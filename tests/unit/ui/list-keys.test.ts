import { expect, test, vi } from 'vitest'
import { takeListKey } from '../../../renderer/desk/list-keys.ts'
import { nothingSelected } from '../../../renderer/desk/selection.ts'
import type { Selection } from '../../../renderer/desk/selection.ts'
import { TypeAhead } from '../../../renderer/desk/type-ahead.ts'
import { State } from '../../../renderer/ui/store.ts'
import { summary } from './summaries.ts'

const slugs = ['ALPS', 'BRIDGE-1', 'BRIDGE-2', 'BRINE', 'ICE-AGE', 'ICE/SNOW']

/** A list with the cursor in its first row, whose keys are pressed one after the other. */
function pressing() {
  const find = (beginning: string, after: number) => {
    const from = slugs.findIndex((slug, place) => place >= after && slug.toLowerCase().startsWith(beginning))
    return Promise.resolve(from < 0 ? null : from)
  }
  let cursor = 0
  const reach = {
    list: { change: vi.fn() },
    selection: { state: new State<Selection>(nothingSelected), all: vi.fn(), clear: vi.fn(), toggle: vi.fn() },
    acts: { trash: vi.fn(() => Promise.resolve()) },
    typeAhead: new TypeAhead(find),
    views: [{ id: 'all' }, { id: 'today' }],
    searches: [{ run: vi.fn() }],
    focusSearch: vi.fn(),
    openMenu: vi.fn(),
    moveTo: (place: number) => {
      cursor = place
    },
  }
  const press = async (keys: readonly string[], { repeat = false } = {}): Promise<void> => {
    for (const key of keys) {
      const held = { ctrlKey: false, metaKey: false, altKey: false, repeat }
      expect(takeListKey({ key, ...held }, summary(cursor), cursor, reach)).toBe(true)
      await Promise.resolve()
    }
  }
  return { reach, press, at: () => slugs[cursor] }
}

test('a letter typed wrong is taken back, and no story goes to the trash for it', async () => {
  const { reach, press, at } = pressing()
  await press(Array.from('brin'))
  expect(at()).toBe('BRINE')
  await press(['Backspace', 'd'])
  expect(at()).toBe('BRIDGE-1')
  await press(['Backspace', 'Backspace', 'Backspace', 'Backspace'])
  expect(at()).toBe('ALPS')
  await press(['Backspace'])
  expect(reach.acts.trash).not.toHaveBeenCalled()
})

test('every sign of a slug belongs to what is being typed, also those that are keys of the list', async () => {
  const { reach, press, at } = pressing()
  await press(Array.from('bridge-2'))
  expect(at()).toBe('BRIDGE-2')
  expect(reach.list.change).not.toHaveBeenCalled()
  const other = pressing()
  await other.press(Array.from('ice/'))
  expect(other.at()).toBe('ICE/SNOW')
  expect(other.reach.focusSearch).not.toHaveBeenCalled()
})

test('by themselves they are keys of the list, and one that is held down trashes one story', async () => {
  const { reach, press } = pressing()
  await press(['2', '3', '/', 'x', 's'])
  expect(reach.list.change).toHaveBeenCalledWith({ view: 'today', statuses: new Set() })
  expect(reach.searches[0]?.run).toHaveBeenCalledOnce()
  expect(reach.focusSearch).toHaveBeenCalledOnce()
  expect(reach.selection.toggle).toHaveBeenCalledWith(summary(0).id)
  expect(reach.openMenu).toHaveBeenCalledWith('status', summary(0).id)
  await press(['Backspace'])
  await press(['Backspace', 'Delete', 'Delete'], { repeat: true })
  expect(reach.acts.trash).toHaveBeenCalledOnce()
})
