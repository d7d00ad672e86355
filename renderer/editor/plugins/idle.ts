/**
 * Runs `work` once the editor has paused for `pause` milliseconds and the browser has time. Each call of `ask` begins
 * the pause anew; `stop` forgets what was asked.
 */
export function whenIdle(work: () => void, pause: number): { ask: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | null = null
  let idle: number | null = null
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer)
    if (idle !== null) cancelIdleCallback(idle)
    timer = idle = null
  }
  const ask = (): void => {
    stop()
    timer = setTimeout(() => {
      idle = requestIdleCallback(() => work(), { timeout: 1000 })
    }, pause)
  }
  return { ask, stop }
}
