import type { Bench } from './bench.ts'
import { archive } from './archive.ts'
import { quotes } from './quotes.ts'
import { save } from './save.ts'
import { start } from './start.ts'
import { typing } from './typing.ts'

/** Every benchmark there is. */
export const benches: readonly Bench[] = [archive, quotes, save, start, typing]
