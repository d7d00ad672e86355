import type { Settings } from '../../storage/model/settings.ts'
import type { Store } from '../ui/store.ts'

/** Pins the theme that the settings ask for on the root of the page; without one the page follows the system. */
export function followTheme(settings: Store<Settings>): void {
  const apply = (): void => {
    const { theme } = settings.get()
    if (theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  }
  apply()
  settings.subscribe(apply)
}
