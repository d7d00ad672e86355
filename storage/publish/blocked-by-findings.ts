import type { Finding } from '../checks/finding.ts'
import { GalleyError } from '../model/errors.ts'
import type { StoryId } from '../model/ids.ts'

/** A finding and the story it is about. */
export type StoryFinding = Finding & { readonly story: StoryId }

/** Publication was refused because errors stand. Nothing was written. */
export class BlockedByFindings extends GalleyError {
  readonly findings: readonly StoryFinding[]

  constructor(findings: readonly StoryFinding[]) {
    const errors = findings.filter(({ severity }) => severity === 'error').length
    const stand = errors === 1 ? 'An error stands' : `${errors} errors stand`
    super('blocked_by_findings', `${stand} in the way. Nothing was published; mend what the checks name, then publish.`)
    this.findings = findings
  }
}
