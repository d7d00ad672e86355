import type { ActedOnMany } from '../../../storage/library/act-on-many.ts'
import type { ActedOnMany as Told } from '../contract/many.ts'

/** What came of an act on many stories, as a window hears it. */
export function told({ changed, refused, left }: ActedOnMany): Told {
  return { changed: [...changed], refused: refused.map(({ message, ids }) => ({ message, ids: [...ids] })), left }
}
