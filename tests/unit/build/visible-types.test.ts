import { dirname, join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')

/** The names that a file in `folder` cannot see under that folder's compiler settings. */
function unseen(folder: string, names: string[]): string[] {
  const config = join(root, folder, 'tsconfig.json')
  const read = ts.readConfigFile(config, (file) => ts.sys.readFile(file))
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, dirname(config))
  const probe = join(root, folder, 'probe.ts')
  const text = names.map((name) => `void ${name}\n`).join('')
  const host = ts.createCompilerHost(options)
  const original = host.getSourceFile.bind(host)
  host.getSourceFile = (file, ...rest) =>
    file === probe ? ts.createSourceFile(file, text, ts.ScriptTarget.ES2023) : original(file, ...rest)
  const program = ts.createProgram([probe], { ...options, incremental: false, tsBuildInfoFile: undefined }, host)
  const faults = program.getSemanticDiagnostics(program.getSourceFile(probe))
  return names.filter((name) =>
    faults.some(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ').includes(`'${name}'`)),
  )
}

describe('what each folder may see', () => {
  it('storage sees Node and no DOM', () => {
    expect(unseen('storage', ['process', 'Buffer', 'document', 'window', 'localStorage'])).toEqual([
      'document',
      'window',
      'localStorage',
    ])
  })

  it('renderer sees the DOM and no Node', () => {
    expect(unseen('renderer', ['document', 'window', 'process', 'Buffer', 'require'])).toEqual([
      'process',
      'Buffer',
      'require',
    ])
  })

  it('electron sees Node and no DOM', () => {
    expect(unseen('electron', ['process', 'document', 'window'])).toEqual(['document', 'window'])
  })
}, 60_000)
