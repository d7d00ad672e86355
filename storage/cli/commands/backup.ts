import { resolve } from 'node:path'
import { writeBackup } from '../../library/backup/write-backup.ts'
import type { Command } from '../command.ts'

/** Packs the whole workspace into one archive. */
export const backup: Command = {
  name: 'backup',
  summary: 'Pack the whole workspace into one archive.',
  define: (commander, run) =>
    commander.argument('<file>', 'the .zip to write').action((file: string) =>
      run((context) =>
        context.withWorkspace(async ({ root }) => {
          const { now, signal } = context
          const { archive, files, bytes, left } = await writeBackup(root, resolve(file), { now: now(), signal })
          for (const path of left) context.note(`${path} was left out: no archive can hold it.`)
          return {
            json: { archive, files, bytes, left },
            text: `Packed ${files} files into ${archive}`,
            found: left.length > 0,
          }
        }),
      ),
    ),
}
