import { join } from 'node:path'
import { errnoOf, writeError } from '../../files/disk-error.ts'
import { namesIn } from '../../files/folders.ts'
import { nodeFileSystem } from '../../files/node-file-system.ts'
import { removeTree } from '../../files/remove-tree.ts'
import { mustStand } from '../../files/must-stand.ts'
import type { Workspace } from '../workspace.ts'
import { outdated } from './rotation.ts'
import { writeBackup } from './write-backup.ts'
import type { Backup, BackupOptions } from './write-backup.ts'

const dayName = /^(\d{4}-\d{2}-\d{2})\.zip$/
const unfinished = /^\.galley-[0-9a-f]{16}\.partial$/

/** What the daily backup did: the archive it made, null when today's was there, and the days whose backups it removed. */
export interface DailyBackup {
  readonly made: Backup | null
  readonly removed: readonly string[]
}

/**
 * Makes the backup of the day, `backups/YYYY-MM-DD.zip` in UTC, unless there is one, and then removes those that are no
 * longer kept, as far as the disk lets it: seven days and four weeks stay. One call at a time. Throws `disk_full`, `disk_refused`; then no backup
 * was removed.
 */
export async function dailyBackup(
  workspace: Pick<Workspace, 'root'>,
  now: Date,
  options: Omit<BackupOptions, 'now'> = {},
): Promise<DailyBackup> {
  const { files: fs = nodeFileSystem } = options
  const folder = join(workspace.root, 'backups')
  const today = now.toISOString().slice(0, 10)
  try {
    // An empty backup would push out one that holds something.
    await mustStand(fs, workspace.root, 'The backup of the day')
    const names = await namesIn(fs, folder)
    // A process that died over its backup left a part of it behind.
    for (const name of names.filter((each) => unfinished.test(each))) {
      await removeTree(fs, join(folder, name)).catch(() => undefined)
    }
    const days = names.flatMap((name) => dayName.exec(name)?.[1] ?? [])
    const made = days.includes(today)
      ? null
      : await writeBackup(workspace.root, join(folder, `${today}.zip`), { ...options, now })
    const removed: string[] = []
    for (const each of outdated([...days, today])) {
      // The backup stands: one too many is removed another day.
      await fs.unlink(join(folder, `${each}.zip`)).then(
        () => removed.push(each),
        () => undefined,
      )
    }
    return { made, removed }
  } catch (error) {
    throw errnoOf(error) === null ? error : writeError(error, 'The backup of the day')
  }
}
