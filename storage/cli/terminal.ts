/** Where the command line writes. Results go to `out`, everything else to `err`. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether `err` is a screen that a bar can be drawn on. */
  readonly isScreen: boolean
}

/** The terminal that this process runs in. */
export const processTerminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isScreen: process.stderr.isTTY,
}

/** A bar for work of known length; it draws only on a screen, and is gone when the work is done. */
export interface Bar {
  show(done: number, total: number, what: string): void
  clear(): void
}

const width = 24

/** Makes a bar; a quiet one when nobody watches. */
export function barOn({ err, isScreen }: Terminal, quiet: boolean): Bar {
  if (!isScreen || quiet) return { show: () => undefined, clear: () => undefined }
  return {
    show: (done, total, what) => {
      const full = total === 0 ? width : Math.round((width * done) / total)
      err(`\r\u001b[K${'█'.repeat(full)}${'░'.repeat(width - full)} ${done}/${total} ${what}`)
    },
    clear: () => {
      err('\r\u001b[K')
    },
  }
}
