/** Panes in the order in which F6 goes through them, as `data-pane` names them in the page. */
const order = ['title', 'list', 'tools', 'sheet', 'inspector', 'status'] as const

const focusable =
  'button:not([disabled]), [href], input:not([disabled]), textarea:not([disabled]), [contenteditable="true"], [tabindex]:not([tabindex="-1"])'

/** Moves the focus to the next pane that is in the page (1), or to the one before (-1). */
export function focusNextPane(by: 1 | -1): void {
  const panes = order.flatMap((name) => {
    const pane = [...document.querySelectorAll<HTMLElement>(`[data-pane="${name}"]`)].find(isReachable)
    return pane === undefined || stopOf(pane) === null ? [] : [pane]
  })
  const current = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(Math.max(current, by === 1 ? -1 : 0) + by + panes.length) % panes.length]
  if (next !== undefined) stopOf(next)?.focus()
}

/** False for panes that lie behind something that took their place. */
function isReachable(pane: HTMLElement): boolean {
  return pane.closest('[inert]') === null
}

const firstStops = ['.ProseMirror', '[role="listbox"]', '[role="tab"][aria-selected="true"]']

/** Where the focus lands in a pane: the copy, the list, the chosen tab, else the first control. */
function stopOf(pane: HTMLElement): HTMLElement | null {
  if (pane.tabIndex === 0) return pane
  for (const stop of [...firstStops, focusable]) {
    const found = pane.querySelector<HTMLElement>(stop)
    if (found !== null) return found
  }
  return null
}

/** Puts the focus into the search field of the story list. */
export function focusSearch(): void {
  document.querySelector<HTMLInputElement>('[data-pane="list"] input[type="search"]')?.focus()
}

/** Puts the focus on the chosen tab of the inspector. */
export function focusInspector(): void {
  document.querySelector<HTMLElement>('[data-pane="inspector"] [role="tab"][aria-selected="true"]')?.focus()
}
