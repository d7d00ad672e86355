import type { MovedFile } from '../../storage/moving-in/moved-file.ts'
import type { MovedIn, MovingIn } from '../ipc/contract/importing.ts'
import type { Moved } from './moving-in.ts'

/** How many files of a kind a window is told of one by one. */
const mostListed = 500

/** An import as the line at the foot of the window tells of it. */
export function movingInOf({ progress, files, end }: Moved): MovingIn {
  const counts = { imported: 0, already: 0, refused: 0 }
  for (const { outcome } of files) counts[outcome] += 1
  return { ...progress, ...counts, isUnderWay: end === null }
}

/** An import that ended as its report shows it; null while it is under way, or when there was none. */
export function movedInOf(moved: Moved | null): MovedIn | null {
  if (moved === null || moved.end === null) return null
  const { named, files, end } = moved
  const imported = files.filter((file) => file.outcome === 'imported')
  const already = files.filter((file) => file.outcome === 'already')
  const refused = files.flatMap((file, place) => (file.outcome === 'refused' ? [{ ...file, place }] : []))
  return {
    named: [...named],
    imported: imported.length,
    newer: imported.filter((file) => file.as === 'newer').length,
    already: already.length,
    alreadyTrashed: already.filter((file) => file.isTrashed).length,
    stories: imported.slice(0, mostListed).map(storyOf),
    refused: refused.length,
    refusals: refused.slice(0, mostListed).map(({ file, code, message, place }) => ({ file, code, message, place })),
    skipped: end.skipped,
    left: end.left,
    failure: end.failure?.message ?? null,
  }
}

function storyOf({ outcome: _outcome, as: _as, ...story }: Extract<MovedFile, { outcome: 'imported' }>) {
  return story
}
