import type { StoryId } from '../../storage/model/ids.ts'
import type { StorySummary } from '../../storage/model/summary.ts'
import type { ActMenu, StoryActs } from './story-acts.ts'
import { actedOn } from './selection.ts'
import type { Selection } from './selection.ts'
import type { StoryList } from './story-list.ts'
import type { StorySelection } from './story-selection.ts'
import type { TypeAhead } from './type-ahead.ts'
import type { View } from './views.ts'

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>

/** What the keys of the list reach. */
export interface KeyReach {
  readonly list: Pick<StoryList, 'change'>
  readonly selection: Pick<StorySelection, 'state' | 'all' | 'clear' | 'toggle'>
  readonly acts: Pick<StoryActs, 'trash'>
  readonly typeAhead: TypeAhead
  /** The tabs above the list, then the searches that are kept: 1 to 9. */
  readonly views: readonly Pick<View, 'id'>[]
  readonly searches: readonly { readonly run: () => void }[]
  readonly focusSearch: () => void
  readonly openMenu: (offers: ActMenu['offers'], story: StoryId) => void
  readonly moveTo: (place: number) => void
}

/** Takes a key pressed with the cursor in row `index`, whose story may not be loaded. Answers whether it was used. */
export function takeListKey(key: Key, story: Pick<StorySummary, 'id'> | null, index: number, reach: KeyReach): boolean {
  const { selection, typeAhead } = reach
  if ((key.ctrlKey || key.metaKey) && !key.altKey && key.key.toLowerCase() === 'a') {
    void selection.all()
    return true
  }
  if (key.ctrlKey || key.metaKey || key.altKey) return false
  if (typeAhead.isGoingOn && typeAhead.take(key.key, index, reach.moveTo)) return true
  const number = /^[1-9]$/.test(key.key) ? Number(key.key) - 1 : -1
  const view = reach.views[number]
  const search = reach.searches[number - reach.views.length]
  const chosen: Selection = selection.state.get()
  if (view !== undefined) reach.list.change({ view: view.id, statuses: new Set() })
  else if (search !== undefined) search.run()
  else if (key.key === '/') reach.focusSearch()
  else if (key.key === 'Escape') {
    if (chosen.ids.size === 0) return false
    selection.clear()
  } else if ((key.key === 'Delete' || key.key === 'Backspace') && story !== null) {
    // A key held down would go on with the story that moves up.
    if (!key.repeat) void reach.acts.trash(actedOn(chosen, story.id))
  } else if (key.key === 'x' && story !== null) selection.toggle(story.id)
  else if (key.key === 's' && story !== null) reach.openMenu('status', story.id)
  else return typeAhead.take(key.key, index, reach.moveTo)
  return true
}
