import { restoreBackup } from '../../library/backup/restore-backup.ts'
import type { Command } from '../command.ts'

/** Unpacks a backup; needs no workspace. */
export const restore: Command = {
  name: 'restore',
  summary: 'Unpack a backup into a new or empty folder.',
  define: (commander, run) =>
    commander
      .argument('<file>', 'the archive')
      .argument('<dir>', 'the folder')
      .action((file: string, dir: string) =>
        run(async (context) => {
          const restored = await restoreBackup(file, dir, {
            signal: context.signal,
            onFile: (done, total) => {
              context.bar.show(done, total, 'unpacked')
            },
          })
          context.bar.clear()
          return { json: restored, text: `Restored ${restored.files} files into ${restored.workspace}` }
        }),
      ),
}
