import { spawn } from 'node:child_process'

/**
 * Runs a command in the foreground, its output ours, its end by a signal passed on as 128 + signal.
 *
 * @returns its exit code
 */
export function foreground(command: string[], env: Record<string, string> = {}): Promise<number> {
  const [program, ...rest] = command
  if (program === undefined) throw new TypeError('A command needs a program.')
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
    const passOn = (signal: NodeJS.Signals): void => {
      child.kill(signal)
    }
    process.on('SIGINT', passOn)
    process.on('SIGTERM', passOn)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      process.off('SIGINT', passOn)
      process.off('SIGTERM', passOn)
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143))
    })
  })
}

/** Runs one of our TypeScript scripts in the foreground. */
export function foregroundScript(
  script: string,
  rest: string[] = [],
  env: Record<string, string> = {},
): Promise<number> {
  return foreground([process.execPath, 'build/run.mjs', script, ...rest], env)
}
