import { describe, expect, it } from 'vitest'
import { lockFaults } from '../../../build/checks/lock.ts'

const sound = {
  packages: {
    'node_modules/sharp': { version: '0.35.5', dev: true },
    'node_modules/@img/sharp-wasm32': { version: '0.35.5' },
    'node_modules/parser': { version: '1.0.0', optionalDependencies: { 'parser-linux': '1.0.0' } },
    'node_modules/parser-linux': { version: '1.0.0', optional: true, cpu: ['x64'] },
  },
}
const withWasm = (entry: object): typeof sound => ({
  packages: { ...sound.packages, 'node_modules/@img/sharp-wasm32': { version: '0.35.5', ...entry } },
})

describe('the lock file', () => {
  it('is sound when every platform can install from it', () => {
    expect(lockFaults(sound, { sharp: '0.35.5' })).toEqual([])
  })

  it('must not carry a registry address', () => {
    const faults = lockFaults(
      { packages: { ...sound.packages, 'node_modules/a': { resolved: 'https://x.example/a.tgz' } } },
      {},
    )
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain('node_modules/a')
  })

  it.each([{ cpu: ['wasm32'] }, { optional: true }, { dev: true }])(
    'must install sharp’s WebAssembly everywhere: %o',
    (entry) => {
      expect(lockFaults(withWasm(entry), {})[0]).toContain('plain dependency')
    },
  )

  it('must hold sharp and its WebAssembly in one version', () => {
    expect(lockFaults(withWasm({ version: '0.34.0' }), {})[0]).toContain('one version')
  })

  it('must know every optional package of another platform', () => {
    const { 'node_modules/parser-linux': _lacking, ...rest } = sound.packages
    expect(lockFaults({ packages: rest }, {})[0]).toContain('parser-linux')
  })

  it.each(['^1.0.0', '~1.2.3', 'latest', '*', '1.x', 'npm:zod@^4.0.0'])(
    'must not lock what is asked for as %s',
    (range) => {
      expect(lockFaults(sound, { zod: range })[0]).toContain('exact version')
    },
  )

  it('may lock an exact version under another name', () => {
    expect(lockFaults(sound, { 'zod-4': 'npm:zod@4.0.0' })).toEqual([])
  })
})
