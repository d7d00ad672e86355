import { constants, setPriority } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { GalleyError, isGalleyError } from '../../storage/model/errors.ts'
import { moveIn } from '../../storage/moving-in/move-in.ts'
import { nothingSkipped } from '../../storage/moving-in/moved-file.ts'
import type { MovedFile, MovingEnd, MovingProgress } from '../../storage/moving-in/moved-file.ts'
import { storingDesk } from '../../storage/moving-in/moving-desk.ts'
import type { NewerText } from '../../storage/moving-in/moving-desk.ts'
import { readSource } from '../../storage/moving-in/read-source.ts'
import { describeError } from '../main/log.ts'
import { movingInCalls } from './calls/moving-in.ts'
import { serve } from './calls/serve.ts'

const root = process.argv[2]
if (root === undefined) throw new Error('the moving-in process needs the workspace')

try {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
} catch {
  // Where the system does not let it, it works as fast as everybody else.
}

/** How often somebody who listens is told, in milliseconds. */
const pause = 100

const stopping = new AbortController()
let progress: MovingProgress = { done: 0, total: 0, name: '' }
let moved: MovedFile[] = []
let end: MovingEnd | null = null
let asked: { readonly newer: NewerText; readonly answer: (answer: boolean | GalleyError) => void } | null = null
let isTold = false

const desk = {
  ...storingDesk(root),
  readNamed: readSource,
  bringUpToDate: async (newer: NewerText) => {
    const answer = await new Promise<boolean | GalleyError>((resolve) => {
      asked = { newer, answer: resolve }
      isTold = false
    })
    asked = null
    if (typeof answer !== 'boolean') throw answer
    return answer
  },
}

function begin(named: readonly string[]): void {
  const moving = {
    named,
    signal: stopping.signal,
    onProgress: (now: MovingProgress) => {
      progress = now
    },
    onMoved: (some: readonly MovedFile[]) => {
      moved.push(...some)
    },
  }
  void moveIn(moving, desk)
    .catch((error: unknown): MovingEnd => {
      const known = isGalleyError(error) ? error : null
      if (known === null) process.stderr.write(`moving in ${describeError(error)}\n`)
      const message = known?.message ?? 'Galley has a fault that ended the import. What came in stays; import again.'
      return {
        skipped: nothingSkipped,
        left: Math.max(0, progress.total - progress.done),
        failure: { code: known?.code ?? 'internal', message },
      }
    })
    .then((ended) => {
      end = ended
    })
}

serve(
  process.parentPort,
  movingInCalls,
  {
    begin: ({ named }) => {
      begin(named)
      return Promise.resolve(null)
    },
    listen: async () => {
      await wait(pause)
      const told = moved
      moved = []
      const newer = asked === null || isTold ? null : asked.newer
      isTold = true
      return {
        progress,
        moved: told,
        newer: newer === null ? null : { ...newer, document: newer.document.toJSON() as unknown },
        end,
      }
    },
    answer: (answer) => {
      asked?.answer(
        answer.outcome === 'failed' ? new GalleyError(answer.code, answer.message) : answer.outcome === 'done',
      )
      return Promise.resolve(null)
    },
    stop: () => {
      stopping.abort()
      return Promise.resolve(null)
    },
  },
  (what, error) => process.stderr.write(`moving in ${what} ${describeError(error)}\n`),
)
