import about from '../../package.json' with { type: 'json' }
import { run } from './run.ts'
import { processTerminal } from './terminal.ts'

// Work stops at the next safe place; whoever interrupts twice means at once.
const interrupted = new AbortController()
process.once('SIGINT', () => {
  interrupted.abort()
})
// Somebody downstream, such as `head`, has read enough.
process.stdout.once('error', () => {
  process.exit(0)
})

process.exitCode = await run(process.argv.slice(2), {
  terminal: processTerminal,
  input: process.stdin,
  signal: interrupted.signal,
  version: about.version,
})
