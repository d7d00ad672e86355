import { Command as Commander, CommanderError } from 'commander'
import type { Readable } from 'node:stream'
import { defaultWorkspace } from '../library/default-workspace.ts'
import { openWorkspace } from '../library/open-workspace.ts'
import { ownIndex } from '../library/own-index.ts'
import type { Workspace } from '../library/workspace.ts'
import { GalleyError } from '../model/errors.ts'
import { commands } from './commands/index.ts'
import type { Context } from './context.ts'
import { statusOf } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import { readInput } from './read-input.ts'
import { barOn } from './terminal.ts'
import type { Terminal } from './terminal.ts'

export interface Surroundings {
  readonly terminal: Terminal
  readonly input: Readable
  readonly signal: AbortSignal
  readonly version: string
}

interface CommonOptions {
  readonly workspace?: string
  readonly json?: boolean
  readonly quiet?: boolean
}

/** Runs the command line with the words after its name. Resolves with the exit status; never rejects. */
export async function run(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { terminal } = surroundings
  let status = 0
  const commander = makeCommander(surroundings, async (options, work) => {
    status = finish(terminal, await work(contextFor(options, surroundings)), options.json === true)
  })
  try {
    await commander.parseAsync(words, { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    return fail(terminal, error, words.includes('--json'))
  }
}

type Start = (options: CommonOptions, work: (context: Context) => Promise<Outcome>) => Promise<void>

function makeCommander({ terminal, version }: Surroundings, start: Start): Commander {
  const program = new Commander('galley')
    .description('Write, check and publish stories without a window.')
    .version(version)
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride()
  for (const command of commands) {
    const own = program.command(command.name).description(command.summary).exitOverride()
    command.define(own, (work) => start(own.opts<CommonOptions>(), work))
    own
      .option('--workspace <dir>', 'the workspace; else GALLEY_WORKSPACE, else the application’s own')
      .option('--json', 'print one JSON value')
      .option('--quiet', 'print nothing but the result')
  }
  return program
}

function contextFor(options: CommonOptions, { terminal, input, signal }: Surroundings): Context {
  const note = (sentence: string): void => {
    if (options.quiet !== true) terminal.err(`${sentence}\n`)
  }
  const folder = options.workspace ?? defaultWorkspace()
  const bar = barOn(terminal, options.quiet === true)
  return {
    folder,
    note,
    signal,
    bar,
    now: () => new Date(),
    readInput: (file, largest) => readInput(file, largest, input),
    withWorkspace: async (work) => {
      const workspace = await openWorkspace(folder, {
        holder: 'the galley command',
        indexing: (indexed) =>
          ownIndex(indexed, { signal, onProgress: (done, total) => bar.show(done, total, 'stories in the index') }),
        onEvent: (event) => {
          if (event.kind === 'damaged') note(event.message)
        },
      })
      return closeAfter(workspace, work)
    },
  }
}

async function closeAfter<T>(workspace: Workspace, work: (workspace: Workspace) => Promise<T>): Promise<T> {
  try {
    return await work(workspace)
  } finally {
    await workspace.close()
  }
}

function finish({ out }: Terminal, { json, text, found = false, refused }: Outcome, asJson: boolean): number {
  if (asJson) out(`${JSON.stringify(json)}\n`)
  else if (text !== '') out(`${text}\n`)
  if (refused !== undefined) return statusOf(refused)
  return found ? 1 : 0
}

/** Says what went wrong; with `--json` as the one value on `out` too. */
function fail({ out, err }: Terminal, error: unknown, asJson: boolean): number {
  const { code, message } = asOurs(error)
  // Commander has said it already.
  if (!(error instanceof CommanderError)) err(`galley: ${message}\n`)
  if (code === 'internal' && error instanceof Error) err(`${error.stack ?? error.message}\n`)
  if (asJson) out(`${JSON.stringify({ error: { code, message } })}\n`)
  return statusOf(code)
}

function asOurs(error: unknown): GalleyError {
  if (error instanceof GalleyError) return error
  if (error instanceof CommanderError) return new GalleyError('usage', error.message.replace(/^error: /, ''))
  return new GalleyError('internal', 'This is a defect of Galley. Nothing half-done was left; please report it.', {
    cause: error,
  })
}
