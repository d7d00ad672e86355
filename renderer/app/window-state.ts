import { State } from '../ui/store.ts'
import { focusInspector } from './focus-panes.ts'
import { readRemembered, writeRemembered } from './remembered.ts'
import type { Remembered } from './remembered.ts'

export const inspectorTabs = ['story', 'captions', 'quotes', 'tags', 'checks', 'history'] as const
export type InspectorTab = (typeof inspectorTabs)[number]

/** What lies over the panes. */
export type Overlay =
  'none' | 'palette' | 'stories' | 'publish' | 'settings' | 'shortcuts' | 'import' | 'moved-in' | 'name-version'

/** Below this width, in CSS pixels, the inspector is a drawer over the sheet. */
export const drawerBelow = 1280

/** How one window is arranged: panes, tab, focus mode, and what lies over them. */
export class WindowState {
  readonly remembered: State<Remembered>
  readonly tab = new State<InspectorTab>('story')
  readonly isDrawerOpen = new State(false)
  readonly isFocusMode = new State(false)
  readonly overlay = new State<Overlay>('none')
  readonly isNarrow: State<boolean>

  constructor(storage: Storage) {
    this.remembered = new State(readRemembered(storage))
    this.remembered.subscribe(() => {
      writeRemembered(storage, this.remembered.get())
    })
    const narrow = matchMedia(`(width < ${drawerBelow}px)`)
    this.isNarrow = new State(narrow.matches)
    narrow.addEventListener('change', () => {
      this.isNarrow.set(narrow.matches)
      this.isDrawerOpen.set(false)
    })
  }

  toggleList(): void {
    this.remembered.update((state) => ({ ...state, isListShown: !state.isListShown }))
  }

  toggleInspector(): void {
    if (this.isNarrow.get()) {
      this.isDrawerOpen.update((isOpen) => !isOpen)
      if (this.isDrawerOpen.get()) requestAnimationFrame(focusInspector)
    } else this.remembered.update((state) => ({ ...state, isInspectorShown: !state.isInspectorShown }))
  }

  /** Brings a tab of the inspector to the front, opening whatever hides it. */
  showTab(tab: InspectorTab): void {
    this.tab.set(tab)
    this.isFocusMode.set(false)
    if (this.isNarrow.get()) {
      this.isDrawerOpen.set(true)
      requestAnimationFrame(focusInspector)
    } else this.remembered.update((state) => (state.isInspectorShown ? state : { ...state, isInspectorShown: true }))
  }

  /** One step out: whatever lies over the rest is closed. Answers whether there was anything. */
  stepOut(): boolean {
    if (this.isDrawerOpen.get()) this.isDrawerOpen.set(false)
    else if (this.isFocusMode.get()) this.isFocusMode.set(false)
    else return false
    return true
  }
}
