// Type-checks every folder with what its code may see: `npm run types`, or `npm run types -- renderer`.
// Incremental: what has not changed since the last time is not checked again (.cache/types).
import { availableParallelism } from 'node:os'
import { compiler } from './compiler.ts'
import { runAll } from './steps.ts'

const projects = ['storage', 'electron', 'electron/preload', 'renderer', 'tests', 'build', '.']
const named = process.argv.slice(2)
const chosen = projects.filter((project) => named.length === 0 || named.includes(project))
const ok = await runAll(
  chosen.map((project) => ({
    name: `types ${project === '.' ? 'of the configuration' : project}`,
    command: [process.execPath, compiler, '--pretty', '-p', `${project}/tsconfig.json`],
  })),
  Math.min(2, availableParallelism()),
)
process.exitCode = ok ? 0 : 1
