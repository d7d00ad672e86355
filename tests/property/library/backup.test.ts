import fc from 'fast-check'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { restoreBackup } from '../../../storage/library/backup/restore-backup.ts'
import { writeBackup } from '../../../storage/library/backup/write-backup.ts'
import { createWorkspace } from '../../../storage/library/open-workspace.ts'
import { english, sampleDocument } from '../../fixtures/stories.ts'
import { thorough } from '../../fixtures/thorough.ts'

describe('a backup that was changed', () => {
  it('is refused wherever it was cut or a bit was turned, and nothing is left', { timeout: 120_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'galley-property-'))
    try {
      const workspace = await createWorkspace(join(folder, 'desk'), { name: 'The desk', language: english })
      await workspace.createStory({ language: english, document: sampleDocument() })
      await workspace.close()
      const archive = join(folder, 'desk.zip')
      await writeBackup(workspace.root, archive, { now: new Date(0) })
      const whole = await readFile(archive)
      const names = await readdir(folder)
      const someChange = fc.oneof(
        fc.record({ at: fc.nat(whole.length - 1), bit: fc.nat(7) }),
        // The tables and the seal lie at the end and are a small part of it.
        fc.record({ at: fc.integer({ min: whole.length - 400, max: whole.length - 1 }), bit: fc.nat(7) }),
        fc.record({ at: fc.nat(whole.length - 1), bit: fc.constant(null) }),
      )
      await fc.assert(
        fc.asyncProperty(someChange, async ({ at, bit }) => {
          const changed = bit === null ? whole.subarray(0, at) : Buffer.from(whole)
          if (bit !== null) changed[at] = (changed[at] ?? 0) ^ (1 << bit)
          await writeFile(archive, changed)
          const told = await restoreBackup(archive, join(folder, 'again')).catch((error: unknown) => error)
          expect(told).toHaveProperty('code', expect.stringMatching(/^(?:backup_invalid|too_large)$/))
          expect(await readdir(folder)).toEqual(names)
        }),
        { numRuns: thorough ? 1000 : 100 },
      )
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
