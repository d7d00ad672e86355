import type { Finding } from './finding.ts'
import type { StoryFacts } from './story-facts.ts'

/** One check. Pure: the same story gives the same findings. `name` is what findings are filed under. */
export interface Rule {
  readonly name: string
  check(story: StoryFacts): Finding[]
}
