import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { takeLock } from '../../../storage/files/lock.ts'
import { nodeFileSystem } from '../../../storage/files/node-file-system.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'
import { galley, withCommandLine } from './galley.ts'

withCommandLine()

async function desk(): Promise<{ folder: string; workspace: string }> {
  const folder = await temporaryFolder()
  const workspace = join(folder, 'desk')
  await galley(['init', workspace, '--name', 'Վերնաշատ'])
  return { folder, workspace }
}

describe('galley doctor', () => {
  it('tells by its status whether something is wrong, was mended, or is newer', async () => {
    const { workspace } = await desk()
    const sound = await galley(['doctor', '--json'], { workspace })
    expect(sound).toMatchObject({ status: 0, json: { ok: true, problems: [], repaired: [] } })
    await writeFile(join(workspace, 'galley.json'), '')
    const ill = await galley(['doctor', '--json'], { workspace })
    expect(ill).toMatchObject({
      status: 1,
      json: { ok: false, problems: [{ path: 'galley.json', code: 'settings_damaged' }], repaired: [] },
    })
    const mended = await galley(['doctor', '--repair', '--json'], { workspace })
    expect(mended).toMatchObject({ status: 0, json: { ok: true, problems: [], repaired: [{ path: 'galley.json' }] } })
    expect(await readdir(join(workspace, 'quarantine'))).toHaveLength(1)
    await writeFile(join(workspace, 'galley.json'), '{"format":2}')
    const newer = await galley(['doctor', '--repair', '--json'], { workspace })
    expect(newer).toMatchObject({ status: 3, json: { ok: false, problems: [{ code: 'newer_format' }] } })
    expect(await readFile(join(workspace, 'galley.json'), 'utf8')).toBe('{"format":2}')
  })

  it('says who has the workspace, and where there is none', async () => {
    const { folder, workspace } = await desk()
    const lock = await takeLock(nodeFileSystem, workspace, 'the first desk')
    const locked = await galley(['doctor', '--json'], { workspace })
    expect(locked).toMatchObject({ status: 3, json: { error: { code: 'workspace_locked' } } })
    expect(locked.err).toContain(`the first desk (process ${process.pid})`)
    await lock.release()
    expect(await galley(['doctor', '--workspace', join(folder, 'nowhere')])).toMatchObject({ status: 3 })
  })
})

describe('galley backup and restore', () => {
  it('packs a workspace and gives it back', async () => {
    const { folder, workspace } = await desk()
    await writeFile(join(folder, 'story.txt'), 'The bell rings\n\nIt was hung on Tuesday.\n')
    await galley(['import', join(folder, 'story.txt')], { workspace })
    const archive = join(folder, 'desk.zip')
    const packed = await galley(['backup', archive, '--json'], { workspace })
    expect(packed).toMatchObject({ status: 0, json: { archive, left: [] } })
    expect(await galley(['backup', archive], { workspace })).toMatchObject({ status: 1 })
    const again = join(folder, 'again')
    expect(await galley(['restore', archive, again, '--json'])).toMatchObject({ status: 0, json: { workspace: again } })
    expect(await galley(['list', '--json'], { workspace: again })).toMatchObject({ json: { total: 1 } })
    expect(await galley(['restore', archive, again, '--json'])).toMatchObject({
      status: 1,
      json: { error: { code: 'destination_exists' } },
    })
    const bytes = await readFile(archive)
    await writeFile(archive, bytes.subarray(0, bytes.length - 1))
    const changed = await galley(['restore', archive, join(folder, 'third'), '--json'])
    expect(changed).toMatchObject({ status: 1, json: { error: { code: 'backup_invalid' } } })
    expect((await readdir(folder)).sort()).toEqual(['again', 'desk', 'desk.zip', 'story.txt'])
  })
})
