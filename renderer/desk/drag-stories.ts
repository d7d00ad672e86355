import type { Bridge } from '../../electron/ipc/contract/index.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import { t } from '../i18n/translate.ts'
import type { State } from '../ui/store.ts'
import type { ToastQueue } from '../ui/toast-queue.ts'

/** What dragging needs of the window around it. */
interface DraggingWindow {
  readonly bridge: Bridge
  readonly toasts: ToastQueue
  readonly problem: State<string | null>
}

/** The most stories that one drag carries: what is written out is written while the pointer is held. */
const mostCarried = 1000

/**
 * Drags stories out of the list as files, in place of what the page itself would drag. The system takes over once they
 * are written; a pointer that is let go before calls it off.
 */
export async function dragStories(ids: readonly StoryId[], { bridge, toasts, problem }: DraggingWindow): Promise<void> {
  if (ids.length > mostCarried) {
    toasts.show(t('dragging.tooMany', { count: mostCarried }))
    return
  }
  const letGo = (): void => void bridge.dragging.letGo(null)
  window.addEventListener('pointerup', letGo, { once: true })
  try {
    const answer = await bridge.dragging.begin({ ids: [...ids] })
    if (!answer.ok) problem.set(answer.error.message)
    else if (answer.value.drafts.length > 0) {
      const { drafts } = answer.value
      toasts.show(t('dragging.drafts', { count: drafts.length, slugs: drafts.slice(0, 3).join(', ') }))
    }
  } finally {
    window.removeEventListener('pointerup', letGo)
  }
}
