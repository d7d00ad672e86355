import { useDesk } from '../app/use-desk.ts'
import { t } from '../i18n/translate.ts'
import type { MenuEntry } from '../ui/Menu.tsx'
import { useStore } from '../ui/store.ts'
import { canBeSaved, savedSearchOf, wantedBy } from './saved-searches.ts'

const mostSearches = 50

/** The searches that the editor has kept as entries of a menu, and the entries that keep and remove them. */
export function useSavedSearches(): readonly MenuEntry[] {
  const desk = useDesk()
  const state = useStore(desk.list.state)
  const { searches } = useStore(desk.settings)
  const found = canBeSaved(state) ? savedSearchOf(state, new Date()) : null
  const isKept = searches.some(({ name }) => name === found?.name)
  return [
    ...searches.map((search) => ({
      id: `search ${search.name}`,
      words: search.name,
      run: () => desk.list.show(wantedBy(search)),
    })),
    ...(found !== null && !isKept && searches.length < mostSearches
      ? [
          {
            id: 'keep',
            words: t('desk.keepSearch', { name: found.name }),
            run: () => void desk.changeSettings({ searches: [...searches, found] }),
          },
        ]
      : []),
    ...(found !== null && isKept
      ? [
          {
            id: 'remove',
            words: t('desk.removeSearch', { name: found.name }),
            run: () => void desk.changeSettings({ searches: searches.filter(({ name }) => name !== found.name) }),
          },
        ]
      : []),
  ]
}
