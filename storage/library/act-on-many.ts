import { isGalleyError } from '../model/errors.ts'
import type { StoryId } from '../model/ids.ts'

/** What came of an act on many stories. */
export interface ActedOnMany {
  /** The stories that the act changed. */
  readonly changed: readonly StoryId[]
  /** Those that it could not change, by the sentence that says why. */
  readonly refused: readonly { readonly message: string; readonly ids: readonly StoryId[] }[]
  /** How many it did not come to, because it was stopped. */
  readonly left: number
}

interface Following {
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

/**
 * Acts on stories one after the other. Each is changed whole or not at all, and one that is refused holds up none of the
 * others; `act` answers whether it changed anything. What is no refusal, a defect of ours, ends it and is thrown.
 */
export async function actOnMany(
  ids: readonly StoryId[],
  act: (id: StoryId) => Promise<boolean>,
  { signal, onProgress }: Following,
): Promise<ActedOnMany> {
  const all = [...new Set(ids)]
  const changed: StoryId[] = []
  const refused = new Map<string, StoryId[]>()
  let done = 0
  for (const id of all) {
    if (signal.aborted) break
    try {
      if (await act(id)) changed.push(id)
    } catch (error) {
      if (!isGalleyError(error) || error.code === 'internal') throw error
      refused.set(error.message, [...(refused.get(error.message) ?? []), id])
    }
    done += 1
    onProgress(done, all.length)
  }
  return {
    changed,
    refused: [...refused].map(([message, stories]) => ({ message, ids: stories })),
    left: all.length - done,
  }
}
