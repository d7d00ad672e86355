import type { SavedSearch } from '../../storage/model/listing.ts'
import type { Settings } from '../../storage/model/settings.ts'
import { useDesk } from '../app/use-desk.ts'
import { t } from '../i18n/translate.ts'
import type { MenuEntry } from '../ui/Menu.tsx'
import { useStore } from '../ui/store.ts'
import type { Wanted } from './list-state.ts'
import { canBeSaved, savedSearchOf, wantedBy } from './saved-searches.ts'
import { listsTheSame } from './search-names.ts'

const mostSearches = 50

/** What is listed, as the search that is kept or that could be: null when it cannot. */
export function searchToName(
  wanted: Wanted,
  { searches }: Pick<Settings, 'searches'>,
): { readonly search: SavedSearch; readonly isKept: boolean } | null {
  if (!canBeSaved(wanted)) return null
  const search = savedSearchOf(wanted, new Date())
  const kept = searches.find((each) => listsTheSame(each, search))
  if (kept !== undefined) return { search: kept, isKept: true }
  return searches.length < mostSearches ? { search, isKept: false } : null
}

/** The searches that the editor has kept as entries of a menu, and the entries that keep, rename and remove them. */
export function useSavedSearches(): readonly MenuEntry[] {
  const desk = useDesk()
  const state = useStore(desk.list.state)
  const settings = useStore(desk.settings)
  const { searches } = settings
  const found = searchToName(state, settings)
  return [
    ...searches.map((search) => ({
      id: `search ${search.name}`,
      words: search.name,
      isOn: found?.search === search,
      run: () => desk.list.show(wantedBy(search)),
    })),
    ...(found === null
      ? []
      : [
          {
            id: 'name',
            words: t(found.isKept ? 'desk.renameThisSearch' : 'desk.keepThisSearch'),
            run: () => desk.naming.set(found.search),
          },
        ]),
    ...(found?.isKept === true
      ? [
          {
            id: 'remove',
            words: t('desk.removeSearch', { name: found.search.name }),
            run: () => void desk.changeSettings({ searches: searches.filter((each) => each !== found.search) }),
          },
        ]
      : []),
  ]
}
