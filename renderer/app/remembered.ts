import { z } from 'zod'
import { groupingSchema, listOrderSchema } from '../../storage/model/listing.ts'

/** How this window was left: widths in CSS pixels, null while nobody has changed them. */
export const rememberedSchema = z.object({
  listWidth: z.number().nullable(),
  inspectorWidth: z.number().nullable(),
  isListShown: z.boolean(),
  isInspectorShown: z.boolean(),
  /** What the story list was sorted by. */
  order: listOrderSchema.default('newest').catch('newest'),
  /** What its rows stood together by. */
  grouping: groupingSchema.default('none').catch('none'),
})
export type Remembered = z.infer<typeof rememberedSchema>

const key = 'galley.window'
const initial: Remembered = {
  listWidth: null,
  inspectorWidth: null,
  isListShown: true,
  isInspectorShown: true,
  order: 'newest',
  grouping: 'none',
}

/** Reads what the window remembered. Anything unreadable counts as nothing. */
export function readRemembered(storage: Pick<Storage, 'getItem'>): Remembered {
  try {
    return rememberedSchema.parse(JSON.parse(storage.getItem(key) ?? 'null'))
  } catch {
    return initial
  }
}

/** Remembers how the window stands. A window that may not remember works all the same. */
export function writeRemembered(storage: Pick<Storage, 'setItem'>, remembered: Remembered): void {
  try {
    storage.setItem(key, JSON.stringify(remembered))
  } catch {
    // Storage is full or shut; the panes start at their first widths next time.
  }
}
