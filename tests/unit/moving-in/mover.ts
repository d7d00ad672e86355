// A process of its own that moves a folder in and says which files came in, until it is killed.
import { moveIn } from '../../../storage/moving-in/move-in.ts'
import { storingDesk } from '../../../storage/moving-in/moving-desk.ts'
import { readSource } from '../../../storage/moving-in/read-source.ts'

const [, , root = '', archive = ''] = process.argv
await moveIn(
  {
    named: [archive],
    signal: new AbortController().signal,
    onProgress: () => undefined,
    onMoved: (moved) => {
      for (const { file, outcome } of moved) if (outcome === 'imported') process.stdout.write(`${file}\n`)
    },
  },
  { ...storingDesk(root), readNamed: readSource, bringUpToDate: () => Promise.resolve(false) },
)
