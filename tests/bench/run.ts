// npm run bench -- NAME [--json] [--no-build] [--stories N]: measures, prints a table, exits 1 when a limit is missed.
// With --json the last line is the result as one line of JSON.
import { parseArgs } from 'node:util'
import { hasDisplay, onDisplay } from '../../build/display.ts'
import { foreground, foregroundScript } from '../../build/foreground.ts'
import { toFigure } from './figure.ts'
import { benches } from './registry.ts'
import { table } from './table.ts'

const words = process.argv.slice(2)
const { values: flags, positionals } = parseArgs({
  args: words,
  allowPositionals: true,
  options: { json: { type: 'boolean' }, 'no-build': { type: 'boolean' }, stories: { type: 'string' } },
})
const [name] = positionals
process.exitCode = await run()

async function run(): Promise<number> {
  const bench = benches.find((each) => each.name === name)
  if (!bench) {
    console.error(`Which benchmark? ${benches.map((each) => `\n  ${each.name.padEnd(10)} ${each.about}`).join('')}`)
    return 2
  }
  if (bench.needsWindow && flags['no-build'] !== true) {
    const built = await foregroundScript('build/bundle.ts')
    if (built !== 0) return built
  }
  if (bench.needsWindow && !hasDisplay()) {
    const again = [process.execPath, 'build/run.mjs', 'tests/bench/run.ts', ...words, '--no-build']
    return foreground(onDisplay(again))
  }
  const started = performance.now()
  const measured = await bench.measure(
    (line) => process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}\n`),
    { stories: flags.stories === undefined ? null : Number(flags.stories) },
  )
  const figures = measured.map(toFigure)
  console.log(table(figures))
  if (flags.json === true) console.log(JSON.stringify({ name: bench.name, figures }))
  return figures.every(({ ok }) => ok) ? 0 : 1
}
