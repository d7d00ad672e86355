import { appendFile, rename, stat } from 'node:fs/promises'
import { Queue } from '../../storage/files/queue.ts'
import { isGalleyError } from '../../storage/model/errors.ts'

/** Writes what went wrong where a developer can find it. Never throws. */
export type Report = (what: string, error: unknown) => void

/** How long the log grows before it begins anew, in bytes. The one before is kept beside it. */
const longest = 1024 * 1024

/**
 * Reports to the error stream and to `file`, which stays within bounds. Only the kind of error and where it arose are written: the messages
 * of parsers repeat what they read, and a newsroom's unpublished words do not belong in a log.
 */
export function reportTo(file: string): Report {
  const queue = new Queue()
  return (what, error) => {
    const line = `${new Date().toISOString()} ${what} ${describeError(error)}\n`
    process.stderr.write(line)
    queue.run(() => append(file, line)).catch(() => undefined)
  }
}

async function append(file: string, line: string): Promise<void> {
  const { size } = await stat(file).catch(() => ({ size: 0 }))
  if (size + line.length > longest) await rename(file, `${file}.1`).catch(() => undefined)
  await appendFile(file, line)
}

const framePattern = /^\s+at .*:\d+:\d+\)?$/

/** The name, code and stack frames of an error and of its causes, without any message. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  // The stack begins with the message, whose own lines may look like frames.
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => framePattern.test(line))
  const kind = isGalleyError(error) ? `${error.name} ${error.code}` : `${error.name}${systemCode(error)}`
  const cause = error.cause === undefined ? [] : [`  because of ${describeError(error.cause)}`]
  return [kind, ...frames, ...cause].join('\n')
}

function systemCode(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
}
