// `npm start`: builds Galley and opens it on a desk with a sample story, or, with `-- --workspace DIR`, on another.
// Where there is no display, the same command runs the main job on the sample story under a virtual one instead,
// says where its results are, and ends.
import { hasDisplay, onDisplay } from './display.ts'
import { foreground, foregroundScript } from './foreground.ts'
import { findRuntime } from './runtime/find.ts'
import { findSandbox, namespaceLauncher } from './runtime/sandbox.ts'
import { sampleDesk } from './sample-desk.ts'

process.exitCode = await start(process.argv.slice(2))

async function start(words: string[]): Promise<number> {
  const built = await foregroundScript('build/bundle.ts')
  if (built !== 0) return built
  const { dist, executable } = await findRuntime((line) => process.stderr.write(`${line}\n`))
  const env = { ELECTRON_OVERRIDE_DIST_PATH: dist }
  if (!hasDisplay()) {
    console.log('There is no display here: running the main job on the sample story under a virtual one.')
    return foreground(onDisplay([process.execPath, 'build/run.mjs', 'tests/e2e/demo.ts']), env)
  }
  const sandbox = findSandbox()
  if (sandbox === 'refused') {
    console.error(
      'This machine refuses user namespaces, which keep Galley’s windows in their sandbox. On Ubuntu, allow them with: ' +
        'sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0',
    )
    return 1
  }
  const own = words.some((word) => word.startsWith('--workspace'))
  const desk = own ? [] : await sampleDesk()
  return foreground([sandbox === 'user-namespace' ? namespaceLauncher : executable, '.', ...desk, ...words], env)
}
