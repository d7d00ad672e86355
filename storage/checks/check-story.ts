import { severities } from './finding.ts'
import type { Finding } from './finding.ts'
import { rules } from './rules/index.ts'
import { storyFacts } from './story-facts.ts'
import type { CheckInput, Suggest } from './story-facts.ts'

export type { CheckInput } from './story-facts.ts'

/** The findings, errors first, then in reading order; `passed` counts the rules that found nothing. */
export interface CheckResult {
  readonly findings: readonly Finding[]
  readonly passed: number
}

/**
 * Checks a story by every rule. Pure; never throws on a document that holds to the schema. `suggest` finds the
 * quotations that are not tagged, by far the longest part of the work: whoever checks a story again and again keeps one.
 */
export function checkStory(input: CheckInput, suggest?: Suggest): CheckResult {
  const story = storyFacts(input, suggest)
  const found = rules.map((rule) => rule.check(story))
  const findings = found
    .flat()
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || positionOf(a) - positionOf(b))
  return { findings, passed: found.filter((list) => list.length === 0).length }
}

/** What belongs to the record comes before the text. */
function positionOf({ where }: Finding): number {
  switch (where.kind) {
    case 'record':
      return -1
    case 'figure':
      return where.pos
    case 'headline':
    case 'standfirst':
    case 'text':
    case 'quotation':
      return where.from
  }
}
