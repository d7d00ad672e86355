import { nativeTheme } from 'electron'
import type { Settings } from '../../storage/model/settings.ts'

/** Lets the system's own parts, dialogs and menus among them, follow the theme of the settings. */
export function follow(settings: Settings): void {
  nativeTheme.themeSource = settings.theme
}
