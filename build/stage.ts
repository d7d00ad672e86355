import { spawn } from 'node:child_process'
import { setPriority } from 'node:os'
import { tallyStage } from './tally.ts'
import type { Tally } from './tally.ts'

/** One part of `npm test`: a script or a runner, and the reports that it leaves. */
export interface Stage {
  name: string
  command: string[]
  env?: Record<string, string>
  reports: string[]
  /** Steps back when another lane wants the processor: for work that nobody times. */
  patient?: boolean
}

export interface StageResult {
  name: string
  tally: Tally
  seconds: number
}

let isStopped = false
const stop = (): void => {
  isStopped = true
}
process.once('SIGINT', stop).once('SIGTERM', stop)

/**
 * Runs lanes beside one another, and the stages of a lane one after the other. Each stage prints in one piece when it
 * has ended, so that lanes do not mix their lines; every stage runs even after one failed, so that one run tells all,
 * but none after somebody stopped it.
 */
export async function runLanes(lanes: Stage[][]): Promise<StageResult[]> {
  const results = await Promise.all(
    lanes.map(async (stages) => {
      const ended: StageResult[] = []
      for (const stage of stages) if (!isStopped) ended.push(await run(stage))
      return ended
    }),
  )
  return results.flat()
}

async function run({ name, command, env, reports, patient = false }: Stage): Promise<StageResult> {
  console.log(`== ${name} …`)
  const started = performance.now()
  const { code, said } = await capture(command, env ?? {}, patient)
  const seconds = (performance.now() - started) / 1000
  console.log(`\n== ${name} (${seconds.toFixed(0)} s)\n${said.trimEnd()}\n`)
  return { name, tally: tallyStage(code, reports), seconds }
}

/** Runs a command with what it says kept, its end by a signal told as 128 + signal. */
function capture(
  command: string[],
  env: Record<string, string>,
  patient: boolean,
): Promise<{ code: number; said: string }> {
  const [program = '', ...rest] = command
  return new Promise((resolve) => {
    const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
    if (patient && child.pid !== undefined) setPriority(child.pid, 10)
    let said = ''
    const keep = (text: string): void => {
      said += text
    }
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    const passOn = (signal: NodeJS.Signals): void => {
      child.kill(signal)
    }
    process.on('SIGINT', passOn)
    process.on('SIGTERM', passOn)
    const end = (code: number): void => {
      process.off('SIGINT', passOn)
      process.off('SIGTERM', passOn)
      resolve({ code, said })
    }
    child.on('error', (error) => {
      keep(String(error))
      end(1)
    })
    child.on('close', (code, signal) => {
      end(code ?? (signal === 'SIGINT' ? 130 : 143))
    })
  })
}
