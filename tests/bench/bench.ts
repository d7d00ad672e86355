import type { Measurement } from './figure.ts'

/** What the command line asked of a benchmark. */
export interface BenchOptions {
  /** How many stories to make where a benchmark makes many; null for as many as its limits are meant for. */
  stories: number | null
}

/** One benchmark: a file in this folder and a line in the registry. */
export interface Bench {
  name: string
  /** One sentence: what is measured, against what. */
  about: string
  /** Whether it needs the built application and a display. */
  needsWindow: boolean
  measure: (say: (line: string) => void, options: BenchOptions) => Promise<Measurement[]>
}
