import { spawn } from 'node:child_process'

/** A command with the name that people see. */
export interface Step {
  name: string
  command: [program: string, ...rest: string[]]
}

/**
 * Runs commands, some at a time, and prints one line for each; what a failing one said follows its line.
 *
 * @returns whether all succeeded
 */
export async function runAll(steps: Step[], atOnce: number): Promise<boolean> {
  const waiting = [...steps]
  const failed: string[] = []
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const started = performance.now()
      const { code, said } = await run(step.command)
      const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6)
      console.log(`${code === 0 ? '  ok  ' : 'FAILED'} ${seconds} s  ${step.name}`)
      if (code !== 0) {
        failed.push(step.name)
        console.log(said.trimEnd())
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`)
  return failed.length === 0
}

function run([program, ...rest]: Step['command']): Promise<{ code: number; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code: code ?? 1, said })
    })
  })
}
