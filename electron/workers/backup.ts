import { constants, setPriority } from 'node:os'
import { dailyBackup } from '../../storage/library/backup/daily-backup.ts'
import { describeError } from '../main/log.ts'
import { backupCalls } from './calls/backup.ts'
import { serve } from './calls/serve.ts'

const root = process.argv[2]
if (root === undefined) throw new Error('the backup process needs the workspace')

try {
  setPriority(constants.priority.PRIORITY_LOW)
} catch {
  // Where the system does not let it, it works as fast as everybody else.
}

serve(
  process.parentPort,
  backupCalls,
  { daily: async ({ now }) => ({ isMade: (await dailyBackup({ root }, new Date(now))).made !== null }) },
  (what, error) => process.stderr.write(`backup ${what} ${describeError(error)}\n`),
)
