import type { Desk } from '../../app/desk.ts'
import { messageOfError } from '../../app/messages.ts'
import { t } from '../../i18n/translate.ts'

/** Puts a version in place of what stands now, and offers to undo it. What stood before is a version of its own. */
export async function restoreVersion(desk: Desk, number: number): Promise<void> {
  try {
    const kept = await desk.versions.restore(number)
    if (kept === null) {
      desk.toasts.show(t('history.isSame', { version: number }))
      return
    }
    desk.toasts.show(t('history.isRestored', { version: number }), {
      words: t('toast.undo'),
      run: () => void restoreVersion(desk, kept.number),
    })
  } catch (error) {
    desk.problem.set(t('history.notRestored', { version: number, message: messageOfError(error) }))
  }
}
