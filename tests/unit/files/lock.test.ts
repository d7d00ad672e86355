import { once } from 'node:events'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { takeLock } from '../../../storage/files/lock.ts'
import { nodeFileSystem as fs } from '../../../storage/files/node-file-system.ts'
import { ownIdentity } from '../../../storage/files/process-identity.ts'
import { killed, startChild } from './child.ts'
import { FaultyFileSystem } from './faulty-file-system.ts'
import { temporaryFolder } from './temporary-folder.ts'

async function leaveLock(folder: string, changes: Record<string, unknown>): Promise<void> {
  const note = { ...(await ownIdentity()), token: 'older', holder: 'Galley', ...changes }
  await writeFile(join(folder, '.lock'), JSON.stringify(note))
}

describe('the lock of a workspace', () => {
  it('is given once, and again after it was given back', async () => {
    const folder = await temporaryFolder()
    const lock = await takeLock(fs, folder, 'the desk')
    await expect(takeLock(fs, folder, 'another')).rejects.toMatchObject({ code: 'workspace_locked' })
    await lock.release()
    await lock.release()
    const again = await takeLock(fs, folder, 'another')
    await lock.release()
    await expect(takeLock(fs, folder, 'a third')).rejects.toThrow(/another \(process \d+\)/)
    await again.release()
    expect(await readdir(folder)).toEqual([])
  })

  it('names a live process and is taken over from a killed one', async () => {
    const folder = await temporaryFolder()
    const child = startChild('tests/unit/files/lock-holder.ts', folder)
    if (child.stdout !== null) await once(child.stdout, 'data')
    await expect(takeLock(fs, folder, 'Galley')).rejects.toThrow(`the other desk (process ${child.pid ?? 0})`)
    await killed(child)
    const lock = await takeLock(fs, folder, 'Galley')
    await lock.release()
  })

  it('is taken over when the process number belongs to a later process', async () => {
    const folder = await temporaryFolder()
    await leaveLock(folder, { started: '1' })
    await (await takeLock(fs, folder, 'Galley')).release()
  })

  it('is taken over after the machine was started again', async () => {
    const folder = await temporaryFolder()
    await leaveLock(folder, { boot: 'an-earlier-start' })
    await (await takeLock(fs, folder, 'Galley')).release()
  })

  it('is left to a process that may run where we cannot see', async () => {
    const folder = await temporaryFolder()
    await leaveLock(folder, { boot: 'of-another', host: `not-${hostname()}` })
    await expect(takeLock(fs, folder, 'Galley')).rejects.toThrow(`not-${hostname()}`)
    await leaveLock(folder, { namespace: 'pid:[1]', pid: 4_000_000 })
    await expect(takeLock(fs, folder, 'Galley')).rejects.toMatchObject({ code: 'workspace_locked' })
  })

  it('is taken over when its file was never finished', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, '.lock'), '{"pid":')
    await (await takeLock(fs, folder, 'Galley')).release()
  })

  it('goes to one of many who find a dead process’s lock at once', async () => {
    const folder = await temporaryFolder()
    await leaveLock(folder, { started: '1' })
    const tries = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) => takeLock(fs, folder, `desk ${index}`)),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await readdir(folder)).toEqual(['.lock'])
  })

  it('works where the file system knows no second names', async () => {
    const folder = await temporaryFolder()
    const plain = new FaultyFileSystem()
    plain.fault = (call) => (call === 'link' ? 'EPERM' : null)
    const lock = await takeLock(plain, folder, 'Galley')
    await expect(takeLock(plain, folder, 'another')).rejects.toMatchObject({ code: 'workspace_locked' })
    expect(JSON.parse(await readFile(join(folder, '.lock'), 'utf8'))).toMatchObject({ holder: 'Galley' })
    await lock.release()
  })

  it('says so when the disk refuses it', async () => {
    const folder = await temporaryFolder()
    const readOnly = new FaultyFileSystem()
    readOnly.fault = (call) => (call === 'open' ? 'EROFS' : null)
    await expect(takeLock(readOnly, folder, 'Galley')).rejects.toMatchObject({ code: 'disk_refused' })
  })
})
