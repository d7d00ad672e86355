const day = 24 * 60 * 60 * 1000
/** 1970-01-05, a Monday. */
const firstMonday = 4 * day

/** How many backups are kept: the newest ones, and behind them the newest one of each of so many weeks. */
const daily = 7
const weekly = 4

/** Which of these days, `YYYY-MM-DD`, no longer need their backup. Weeks begin on Monday. */
export function outdated(days: readonly string[]): string[] {
  const newestFirst = [...new Set(days)].sort().reverse()
  const weeks = new Set<number>()
  return newestFirst.slice(daily).filter((each) => {
    const week = Math.floor((Date.parse(each) - firstMonday) / (7 * day))
    if (weeks.has(week) || weeks.size === weekly) return true
    weeks.add(week)
    return false
  })
}
