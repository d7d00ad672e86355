// Type-checks electron/ against Electron 33 as well: the oldest runtime Galley must run on, and the one that
// stands in where the official binary cannot be had. What exists only in newer versions is found here.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compiler } from '../compiler.ts'
import { cacheFolder } from '../runtime/cache.ts'
import { runAll } from '../steps.ts'

const version = '33.2.1'
const integrity = 'sha512-SG/nmSsK9Qg1p6wAW+ZfqU+AV8cmXMTIklUL18NnOKfZLlum4ZsDoVdmmmlL39ZmeCaq27dr7CgslRPahfoVJg=='
const root = join(import.meta.dirname, '../..')
const typings = typingsFile()

const projects = ['electron', 'electron/preload']
mkdirSync(join(root, '.cache/types'), { recursive: true })
const ok = await runAll(
  projects.map((project) => {
    const config = join(root, '.cache/types', `${project.replace('/', '-')}-on-${version}.json`)
    const settings = {
      extends: join(root, project, 'tsconfig.json'),
      compilerOptions: {
        paths: { electron: [typings] },
        typeRoots: [join(root, 'node_modules/@types')],
        tsBuildInfoFile: config.replace('.json', '.tsbuildinfo'),
      },
      include: [join(root, project)],
      exclude: project === 'electron' ? [join(root, 'electron/preload')] : [],
    }
    writeFileSync(config, JSON.stringify(settings, null, 2))
    return {
      name: `types ${project} on Electron ${version}`,
      command: [process.execPath, compiler, '--pretty', '-p', config],
    }
  }),
  2,
)
process.exitCode = ok ? 0 : 1

/** The path of that version's typings, fetched from the npm registry once per machine. */
function typingsFile(): string {
  const folder = join(cacheFolder(), `electron-${version}-typings`)
  const file = join(folder, 'electron.d.ts')
  if (existsSync(file)) return file
  const work = `${folder}-${process.pid}`
  mkdirSync(work, { recursive: true })
  try {
    execFileSync('npm', ['pack', `electron@${version}`, '--silent'], {
      cwd: work,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const archive = join(work, `electron-${version}.tgz`)
    const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`
    if (found !== integrity) throw new Error(`electron ${version} is not what it was: ${found}`)
    execFileSync('tar', ['-xzf', archive, '--strip-components=1', 'package/electron.d.ts'], { cwd: work })
    rmSync(archive)
    if (!existsSync(folder)) renameSync(work, folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return file
}
