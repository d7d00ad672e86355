import { t } from '../i18n/translate.ts'
import type { ToastQueue } from '../ui/toast-queue.ts'

/** Puts text on the clipboard, and says so. */
export async function copyText(text: string, toasts: ToastQueue): Promise<void> {
  await navigator.clipboard.writeText(text)
  toasts.show(t('acts.isCopied', { text }))
}
