import { describe, expect, it } from 'vitest'
import { Random } from '../../crash/random.ts'
import { put } from '../../property/library/sound-files.ts'
import { PowerCutFileSystem } from './power-cut-file-system.ts'

/** Everything that a cut may leave of a disk, each as its files and what is in them. */
function leftovers(disk: PowerCutFileSystem): Set<string> {
  const frozen = disk.frozen()
  const seeds = Array.from({ length: 300 }, (_, seed) => new Random(seed))
  const left = seeds.map((random) => {
    const files = [...frozen((below) => random.below(below)).files()]
    return files.map(([path, bytes]) => `${path}=${Buffer.from(bytes).toString().replaceAll('\0', '0')}`).join(' ')
  })
  return new Set(left)
}

async function diskWith(text: string): Promise<PowerCutFileSystem> {
  const disk = new PowerCutFileSystem()
  await put(disk, '/a', Buffer.from(text))
  await disk.syncFolder('/')
  return disk
}

describe('the power-cut disk of the tests', () => {
  it('keeps what was synced, content and name', async () => {
    expect(leftovers(await diskWith('old'))).toEqual(new Set(['/a=old']))
  })

  it('loses a name whose folder was not synced, and content that was not', async () => {
    const disk = await diskWith('old')
    const file = await disk.open('/b', 'wx')
    await file.write(Buffer.from('ab'))
    expect(leftovers(disk)).toEqual(
      new Set(['/a=old', '/a=old /b=', '/a=old /b=a', '/a=old /b=0', '/a=old /b=ab', '/a=old /b=00', '/a=old /b=a0']),
    )
    await file.sync()
    expect(leftovers(disk)).toEqual(new Set(['/a=old', '/a=old /b=ab']))
    await disk.syncFolder('/')
    expect(leftovers(disk)).toEqual(new Set(['/a=old /b=ab']))
  })

  it('keeps the synced part of what is appended to', async () => {
    const disk = await diskWith('old')
    const file = await disk.open('/a', 'a')
    await file.write(Buffer.from('!'))
    expect(leftovers(disk)).toEqual(new Set(['/a=old', '/a=old!', '/a=old0']))
  })

  it('may rename a file over another before the content came', async () => {
    const disk = await diskWith('old')
    const file = await disk.open('/b', 'wx')
    await file.write(Buffer.from('n'))
    await disk.rename('/b', '/a')
    expect(leftovers(disk)).toContain('/a=')
    expect(leftovers(disk)).toContain('/a=old')
    await file.sync()
    await disk.syncFolder('/')
    expect(leftovers(disk)).toEqual(new Set(['/a=n']))
  })

  it('may carry out a later change of names without an earlier one', async () => {
    const disk = await diskWith('old')
    await put(disk, '/b', Buffer.from('n'))
    await disk.syncFolder('/')
    await disk.rename('/a', '/c')
    await disk.unlink('/b')
    expect(leftovers(disk)).toEqual(new Set(['/a=old /b=n', '/b=n /c=old', '/a=old', '/c=old']))
  })

  it('gives back what it was given, as a disk does', async () => {
    const disk = await diskWith('old')
    await disk.makeFolder('/f')
    await disk.link('/a', '/f/b')
    expect(Buffer.from(await disk.readFile('/f/b')).toString()).toBe('old')
    await expect(disk.open('/a', 'wx')).rejects.toMatchObject({ code: 'EEXIST' })
    await expect(disk.readFile('/none')).rejects.toMatchObject({ code: 'ENOENT' })
    await expect(disk.removeFolder('/f')).rejects.toMatchObject({ code: 'ENOTEMPTY' })
    await expect(disk.makeFolder('/none/f')).rejects.toMatchObject({ code: 'ENOENT' })
    const open = await disk.open('/a', 'a')
    await disk.unlink('/a')
    expect(await open.hasName()).toBe(true)
    await disk.unlink('/f/b')
    expect(await open.hasName()).toBe(false)
  })
})
