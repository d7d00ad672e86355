// The whole gate: `npm run check`, or some of it by name: `npm run check -- types eslint`.
import { existsSync } from 'node:fs'
import { runAll, type Step } from './steps.ts'

const node = process.execPath
const tool = (path: string, ...rest: string[]): Step['command'] => [node, `node_modules/${path}`, ...rest]
const own = (path: string, ...rest: string[]): Step['command'] => [node, 'build/run.mjs', path, ...rest]

/** The slow ones first, so that two processors finish together. */
const steps: Step[] = [
  { name: 'eslint', command: tool('eslint/bin/eslint.js', '--max-warnings=0', '.') },
  { name: 'types', command: own('build/types.ts') },
  { name: 'arrows', command: own('build/checks/arrows.ts') },
  { name: 'unused', command: tool('knip/bin/knip.js', '--config', 'build/knip.ts') },
  { name: 'format', command: tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.') },
  {
    name: 'styles',
    command: tool('stylelint/bin/stylelint.mjs', 'renderer/**/*.css'),
  },
  { name: 'lock', command: own('build/checks/lock.ts') },
]

const named = process.argv.slice(2)
const unknown = named.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0 || !existsSync('node_modules')) {
  console.error(
    unknown.length > 0
      ? `No check is called ${unknown.join(', ')}. There are: ${steps.map(({ name }) => name).join(', ')}.`
      : 'node_modules is missing: run npm run setup first.',
  )
  process.exit(2)
}
const chosen = steps.filter(({ name }) => named.length === 0 || named.includes(name))
process.exitCode = (await runAll(chosen, 2)) ? 0 : 1
