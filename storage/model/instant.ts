import { z } from 'zod'

/** A moment as RFC 3339 text in UTC, to the millisecond at most: `2026-04-14T11:32:07.000Z`. */
export const instantSchema = z.iso.datetime()
export type Instant = z.infer<typeof instantSchema>

/** A calendar day: `2026-04-14`. */
export const daySchema = z.iso.date()
export type Day = z.infer<typeof daySchema>
