// Checks package-lock.json and package.json: what `npm ci` on another machine depends on.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface LockEntry {
  version?: string
  resolved?: string
  cpu?: string[]
  optional?: boolean
  dev?: boolean
  optionalDependencies?: Record<string, string>
}

/**
 * What is wrong with a lock file and the dependencies that it locks, in sentences; none when all is well.
 */
export function lockFaults(
  lock: { packages: Record<string, LockEntry> },
  dependencies: Record<string, string>,
): string[] {
  const faults: string[] = []
  for (const [name, entry] of Object.entries(lock.packages)) {
    if (entry.resolved) faults.push(`${name} carries a registry's address; .npmrc keeps those out.`)
    for (const optional of Object.keys(entry.optionalDependencies ?? {})) {
      const found = [`${name}/node_modules/${optional}`, `node_modules/${optional}`].some(
        (path) => path in lock.packages,
      )
      if (!found)
        faults.push(`${name} may need ${optional} on some platform, and the lock lacks it: npm ci refuses that.`)
    }
  }
  const wasm = lock.packages['node_modules/@img/sharp-wasm32']
  if (!wasm || wasm.cpu || wasm.optional || wasm.dev) {
    faults.push(
      '@img/sharp-wasm32 must be locked as a plain dependency, without cpu, so that npm installs it everywhere.',
    )
  }
  if (wasm?.version !== lock.packages['node_modules/sharp']?.version) {
    faults.push('sharp and @img/sharp-wasm32 must have one version: one is the other’s binary.')
  }
  for (const [name, range] of Object.entries(dependencies)) {
    if (!/^(npm:[\w@./-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))
      faults.push(`${name} is asked for as ${range}: write an exact version.`)
  }
  return faults
}

if (process.argv[1] === import.meta.filename) {
  const root = join(import.meta.dirname, '../..')
  const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'))
  const about = read('package.json') as Record<'dependencies' | 'devDependencies', Record<string, string>>
  const lock = read('package-lock.json') as Parameters<typeof lockFaults>[0]
  const faults = lockFaults(lock, { ...about.dependencies, ...about.devDependencies })
  for (const fault of faults) console.error(fault)
  console.log(`${Object.keys(lock.packages).length} locked packages, ${faults.length} faults`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
