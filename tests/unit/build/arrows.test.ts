import { cruise } from 'dependency-cruiser'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrowRules } from '../../../build/checks/arrow-rules.ts'

/** Small files that import across folders, and the rule that each must break; `undefined` where it may. */
const imports: [from: string, line: string, rule: string | undefined][] = [
  ['storage/model/a.ts', "import { z } from 'zod'", undefined],
  ['storage/model/b.ts', "import { x } from '../language/x.ts'", 'from-storage-model'],
  ['storage/model/c.ts', "import { franc } from 'franc'", 'package-model'],
  ['storage/language/a.ts', "import { x } from '../model/x.ts'", undefined],
  ['storage/language/b.ts', "import { readFile } from 'node:fs/promises'", 'package-node'],
  ['storage/checks/a.ts', "import { x } from '../files/x.ts'", 'from-storage-checks'],
  ['storage/files/a.ts', "import { readFile } from 'node:fs/promises'", undefined],
  ['storage/files/b.ts', "import { x } from '../journal/x.ts'", 'from-storage-files'],
  ['storage/journal/a.ts', "import { x } from '../library/x.ts'", 'from-storage-journal'],
  ['storage/library/a.ts', "import { x } from '../journal/x.ts'", undefined],
  ['storage/library/b.ts', "import { app } from 'electron'", 'package-electron'],
  ['storage/publish/a.ts', "import { x } from '../../electron/main/x.ts'", 'from-storage-publish'],
  ['storage/publish/b.ts', "import { useState } from 'react'", 'package-react'],
  ['storage/cli/a.ts', "import { x } from '../publish/x.ts'", undefined],
  ['storage/elsewhere/a.ts', "import { x } from '../model/x.ts'", 'known-folder'],
  ['electron/main/a.ts', "import { x } from '../../storage/library/x.ts'", undefined],
  ['electron/main/b.ts', "import { x } from '../../renderer/app/x.ts'", 'from-electron'],
  ['electron/ipc/contract/a.ts', "import { x } from '../../main/x.ts'", 'from-electron-ipc-contract'],
  ['electron/preload/a.ts', "import { x } from '../ipc/contract/x.ts'", undefined],
  ['electron/preload/b.ts', "import { x } from '../../storage/model/x.ts'", 'from-electron-preload'],
  ['electron/preload/c.ts', "import { readFile } from 'node:fs/promises'", 'package-node'],
  ['renderer/app/a.ts', "import { x } from '../../storage/checks/x.ts'", undefined],
  ['renderer/app/b.ts', "import { x } from '../../storage/library/x.ts'", 'from-renderer'],
  ['renderer/app/c.ts', "import type { x } from '../../electron/ipc/contract/x.ts'", undefined],
  ['renderer/app/d.ts', "import { x } from '../../electron/ipc/contract/x.ts'", 'contract-as-types'],
  ['renderer/app/e.ts', "import { join } from 'node:path'", 'package-node'],
  ['renderer/app/f.ts', "import { ipcRenderer } from 'electron'", 'package-electron'],
  ['renderer/app/g.ts', "import { x } from './missing.ts'", 'resolvable'],
  ['renderer/editor/one.ts', "import { x } from './two.ts'", 'no-cycles'],
]
const targets = [
  ...['model', 'language', 'checks', 'files', 'journal', 'library', 'publish'].map((name) => `storage/${name}/x.ts`),
  'electron/main/x.ts',
  'electron/ipc/contract/x.ts',
  'renderer/app/x.ts',
]

let folder = ''
const broken = new Map<string, string[]>()

beforeAll(async () => {
  const cache = join(import.meta.dirname, '../../../.cache')
  await mkdir(cache, { recursive: true })
  folder = await mkdtemp(join(cache, 'arrows-'))
  const write = async (name: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  for (const name of targets) await write(name, 'export const x = 1\n')
  await write('renderer/editor/two.ts', "import { y } from './one.ts'\nexport const x = y\n")
  for (const [name, line] of imports) await write(name, `${line}\nexport const y = 1\n`)

  const { output } = await cruise(['storage', 'electron', 'renderer'], {
    ...arrowRules.options,
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden: arrowRules.forbidden ?? [] },
  })
  if (typeof output === 'string') throw new TypeError('The result should be an object.')
  for (const { from, rule } of output.summary.violations) broken.set(from, [...(broken.get(from) ?? []), rule.name])
}, 30_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the arrows between folders', () => {
  it.each(imports)('%s with %s', (from, _line, rule) => {
    const found = broken.get(from) ?? []
    if (rule === undefined) expect(found).toEqual([])
    else expect(found).toContain(rule)
  })
})
