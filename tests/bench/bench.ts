import type { Measurement } from './figure.ts'

/** One benchmark: a file in this folder and a line in the registry. */
export interface Bench {
  name: string
  /** One sentence: what is measured, against what. */
  about: string
  /** Whether it needs the built application and a display. */
  needsWindow: boolean
  measure: (say: (line: string) => void) => Promise<Measurement[]>
}
