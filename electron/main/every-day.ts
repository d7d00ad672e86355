/** How long the first minutes of work are left alone, and how often the date is looked at, in milliseconds. */
const first = 5 * 60 * 1000
const between = 30 * 60 * 1000

interface Parts {
  /** Does what is to be done on a day. */
  readonly act: (now: Date) => Promise<void>
  /** Hears why a day's try failed; the next day it is tried again. */
  readonly onFailed: (error: unknown) => void
  readonly now?: () => Date
}

/** Does something once on every day, in UTC, some minutes after the start. Returns what ends it. */
export function everyDay({ act, onFailed, now = () => new Date() }: Parts): () => void {
  let tried = ''
  let timer = setTimeout(look, first)
  function look(): void {
    timer = setTimeout(look, between)
    const moment = now()
    const today = moment.toISOString().slice(0, 10)
    if (today === tried) return
    tried = today
    act(moment).catch(onFailed)
  }
  return () => clearTimeout(timer)
}
