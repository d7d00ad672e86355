import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Starts a TypeScript file of the tests as a process of its own. It does not outlive the test. */
export function startChild(script: string, ...args: string[]): ChildProcess {
  const child = spawn(process.execPath, ['build/run.mjs', script, ...args], {
    cwd: join(import.meta.dirname, '../../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => killed(child))
  return child
}

/** Kills a process as a power cut does, and resolves when it is gone. */
export async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
