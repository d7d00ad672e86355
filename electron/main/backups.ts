import { utilityProcess } from 'electron'
import { backupCalls } from '../workers/calls/backup.ts'
import { WorkerClient } from '../workers/calls/client.ts'

/** Makes the backup of the day in a process of its own, which ends when it is done. */
export class Backups {
  readonly #client: WorkerClient<typeof backupCalls>

  /** @param script the bundled worker @param root the workspace folder */
  constructor(script: string, root: string) {
    this.#client = new WorkerClient(backupCalls, () =>
      utilityProcess.fork(script, [root], { serviceName: 'Galley backup', stdio: 'inherit' }),
    )
  }

  /** Throws `disk_full`, `disk_refused`; then no backup was removed. */
  async daily(now: Date): Promise<void> {
    try {
      await this.#client.ask('daily', { now: now.toISOString() })
    } finally {
      this.stop()
    }
  }

  /** Ends the process. A backup that is being made leaves only a part, which the next one removes. */
  stop(): void {
    this.#client.stop()
  }
}
