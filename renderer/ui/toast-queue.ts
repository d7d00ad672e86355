import { State } from './store.ts'

export interface ToastAct {
  readonly words: string
  readonly shortcut?: string
  readonly run: () => void
}

export interface Toast {
  readonly id: number
  readonly words: string
  readonly act?: ToastAct
}

/** Toasts one after the other. A new one takes the place of the one on show: what was done last is what can be undone. */
export class ToastQueue {
  readonly shown = new State<Toast | null>(null)
  #next = 1

  show(words: string, act?: ToastAct): void {
    const id = this.#next++
    this.shown.set(act === undefined ? { id, words } : { id, words, act })
  }

  /** Takes the toast away, unless another has taken its place. */
  dismiss(id: number): void {
    if (this.shown.get()?.id === id) this.shown.set(null)
  }
}
