import type { Where } from '../../../storage/checks/finding.ts'
import type { Desk } from '../../app/desk.ts'
import { goTo } from '../../app/go-to.ts'
import type { StorySession } from '../../editor/session.ts'

/** Brings the place of a finding into sight and puts the focus where it is mended. */
export function goToPlace(desk: Desk, session: StorySession, where: Where): void {
  switch (where.kind) {
    case 'record':
      desk.window.showTab('story')
      requestAnimationFrame(() => {
        document.querySelector<HTMLElement>(`[data-field="${where.field}"] :is(input, button, textarea)`)?.focus()
      })
      return
    case 'figure':
      if (where.field === 'alt' || where.field === 'credit') {
        desk.window.showTab('captions')
        requestAnimationFrame(() => {
          document
            .querySelector<HTMLElement>(
              `[data-figure="${where.index}"] [data-field="${where.field}"] :is(input, textarea)`,
            )
            ?.focus()
        })
        return
      }
      goTo(session.view, { from: where.pos + 2, to: where.pos + 2 })
      return
    case 'headline':
    case 'standfirst':
    case 'text':
    case 'quotation':
      goTo(session.view, where)
  }
}
