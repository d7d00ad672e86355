import { readFile } from 'node:fs/promises'
import { openWorkspace } from '../../../storage/library/open-workspace.ts'
import { moveIn } from '../../../storage/moving-in/move-in.ts'
import type { MovedFile, MovingEnd } from '../../../storage/moving-in/moved-file.ts'
import { bringUpToDate, storingDesk } from '../../../storage/moving-in/moving-desk.ts'
import type { MovingDesk } from '../../../storage/moving-in/moving-desk.ts'

export interface Run {
  readonly moved: readonly MovedFile[]
  readonly end: MovingEnd
}

/** Moves files and folders into a workspace as the command line does. */
export async function runMoveIn(
  root: string,
  named: readonly string[],
  {
    stopAfter = Infinity,
    change = (desk) => desk,
  }: { stopAfter?: number; change?: (desk: MovingDesk) => MovingDesk } = {},
): Promise<Run> {
  const workspace = await openWorkspace(root)
  const stopping = new AbortController()
  const moved: MovedFile[] = []
  try {
    const end = await moveIn(
      {
        named,
        signal: stopping.signal,
        onProgress: ({ done }) => {
          if (done >= stopAfter) stopping.abort()
        },
        onMoved: (some) => {
          moved.push(...some)
        },
      },
      change({
        ...storingDesk(root),
        readNamed: (path) => readFile(path),
        bringUpToDate: (newer) => bringUpToDate(workspace, newer),
      }),
    )
    return { moved, end }
  } finally {
    await workspace.close()
  }
}

/** How many files had which outcome. */
export function countsOf({ moved }: Run): Record<MovedFile['outcome'], number> {
  const counts = { imported: 0, already: 0, refused: 0 }
  for (const { outcome } of moved) counts[outcome] += 1
  return counts
}

/** How many stories a workspace holds. */
export async function storiesIn(root: string): Promise<number> {
  const workspace = await openWorkspace(root)
  try {
    return (await workspace.list({ query: '', limit: 1 })).total
  } finally {
    await workspace.close()
  }
}
