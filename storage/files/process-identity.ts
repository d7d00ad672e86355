import { readFile, readlink } from 'node:fs/promises'
import { hostname, uptime } from 'node:os'
import { z } from 'zod'
import { errnoOf } from './disk-error.ts'

/**
 * Who a process is, so that a later process with the same number is not taken for it. What a system does not tell is
 * null: Linux tells all of it.
 */
export const processIdentitySchema = z.strictObject({
  pid: z.int().positive(),
  /** When it started, in clock ticks since the machine did. */
  started: z.string().nullable(),
  /** Names one start of one machine. */
  boot: z.string().nullable(),
  /** Process numbers mean something only inside one of these: a container has its own. */
  namespace: z.string().nullable(),
  host: z.string(),
  at: z.iso.datetime(),
})
export type ProcessIdentity = z.infer<typeof processIdentitySchema>

/** Who we are. */
export async function ownIdentity(): Promise<ProcessIdentity> {
  const stat = await readProcessStat(process.pid)
  return {
    pid: process.pid,
    started: stat?.started ?? null,
    boot: await bootOf(),
    namespace: await readlink('/proc/self/ns/pid').catch(() => null),
    host: hostname(),
    at: new Date().toISOString(),
  }
}

/** Whether the process still runs; `unknown` when it may run where we cannot see: another machine or container. */
export async function lifeOf(other: ProcessIdentity): Promise<'alive' | 'dead' | 'unknown'> {
  const own = await ownIdentity()
  if (own.boot !== null && own.boot === other.boot) {
    if (own.namespace !== other.namespace) return 'unknown'
  } else {
    if (own.host !== other.host) return 'unknown'
    if (own.boot !== null && other.boot !== null) return 'dead'
    // A process that wrote its lock before this machine started is gone. The minute is for clocks that were set.
    if (Date.parse(other.at) < Date.now() - uptime() * 1000 - 60_000) return 'dead'
  }
  if (other.started !== null) {
    const stat = await readProcessStat(other.pid)
    return stat !== null && stat.started === other.started && !stat.ended ? 'alive' : 'dead'
  }
  return answers(other.pid) ? 'alive' : 'dead'
}

interface ProcessStat {
  readonly started: string
  /** Killed, and only waiting for its parent to notice. */
  readonly ended: boolean
}

async function readProcessStat(pid: number): Promise<ProcessStat | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  if (text === null) return null
  // The name in parentheses may hold spaces and parentheses; the fields are counted from its end. See proc(5).
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const started = fields[19]
  return started === undefined ? null : { started, ended: fields[0] === 'Z' || fields[0] === 'X' }
}

async function bootOf(): Promise<string | null> {
  const text = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => null)
  return text?.trim() ?? null
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return errnoOf(error) === 'EPERM'
  }
}
