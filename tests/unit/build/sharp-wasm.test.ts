import { build } from 'esbuild'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeBundle } from '../../../build/bundles.ts'

const script = `
  import sharp from 'sharp'
  import { createHash } from 'node:crypto'
  const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#c0392b' } }).jpeg({ quality: 80 }).toBuffer()
  const native = process.report.getReport().sharedObjects.filter((file) => /sharp|vips/.test(file))
  console.log(JSON.stringify({ native, emscripten: sharp.versions.emscripten, sha256: createHash('sha256').update(jpeg).digest('hex') }))
`
const cache = join(import.meta.dirname, '../../../.cache')
let folder = ''

beforeAll(async () => {
  await mkdir(cache, { recursive: true })
  // Inside the project, so that the bundle finds the WebAssembly package as the packaged application does.
  folder = await mkdtemp(join(cache, 'sharp-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('sharp', () => {
  it('runs as WebAssembly in a bundle on plain Node, with no native library loaded', async () => {
    const outfile = join(folder, 'probe.mjs')
    await build({
      ...nodeBundle,
      splitting: false,
      stdin: { contents: script, resolveDir: cache },
      outfile,
      outExtension: {},
    })
    const { stdout } = await promisify(execFile)(process.execPath, [outfile])
    const seen: unknown = JSON.parse(stdout)
    expect(seen).toMatchObject({ native: [], emscripten: expect.any(String) as string })
  })

  it('is the same build in the tests', () => {
    expect(sharp.versions).toHaveProperty('emscripten')
  })
})
