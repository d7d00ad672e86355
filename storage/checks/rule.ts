import type { Finding } from './finding.ts'
import type { StoryFacts } from './story-facts.ts'

/** One check. Pure: the same story gives the same findings. `name` is what findings are filed under. */
export interface Rule {
  readonly name: string
  /** Set on a rule that only hints: whoever counts errors and warnings need not ask it. */
  readonly hints?: true
  check(story: StoryFacts): Finding[]
}
