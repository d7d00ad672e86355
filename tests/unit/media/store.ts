import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { nodeFileSystem } from '../../../storage/files/node-file-system.ts'
import { addPhoto } from '../../../storage/media/photos.ts'
import type { Photo } from '../../../storage/model/photo.ts'

/** The bytes of a photo of the corpus. */
export function fixture(name: string): Promise<Uint8Array> {
  return readFile(join(import.meta.dirname, '../../fixtures/photos', name))
}

/** A workspace folder without a story that goes when the tests of the file are done. */
export async function emptyRoot(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'galley-media-'))
  await writeFile(join(root, 'galley.json'), '{}')
  afterAll(() => rm(root, { recursive: true, force: true }))
  return root
}

/** Adds a photo of the corpus to a workspace. */
export async function add(root: string, name: string): Promise<Photo> {
  return addPhoto(root, name, await fixture(name), { files: nodeFileSystem, now: new Date('2026-05-03T06:00:00Z') })
}
