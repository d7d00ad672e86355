import type { Bench } from './bench.ts'
import { start } from './start.ts'
import { typing } from './typing.ts'

/** Every benchmark there is. */
export const benches: readonly Bench[] = [start, typing]
