import type { LedgerEntry } from '../model/ledger.ts'
import type { PublishingDesk } from './desk.ts'
import type { StoryPlan } from './plan.ts'
import type { PublishRequest } from './request.ts'

/**
 * Enters new publications into the ledger, then into the stories' records. In this order, and passing over what the
 * ledger has: a publication cut off in between is taken up by the next one, which finds the record without it.
 */
export async function enterPublications(
  plans: readonly StoryPlan[],
  { formats }: PublishRequest,
  desk: Pick<PublishingDesk, 'ledger' | 'recordPublication'>,
  bundle: string,
  manifest: string,
): Promise<void> {
  const fresh = plans.filter(({ planned }) => planned.isNew)
  if (fresh.length === 0) return
  const known = new Set<string>()
  for (const month of new Set(fresh.map(({ planned }) => planned.publication.at.slice(0, 7)))) {
    for (const { story, version } of await desk.ledger.read(month)) known.add(`${story} ${version}`)
  }
  const entries = fresh.map(({ id, slug, headline, planned: { publication, evolvedFrom } }): LedgerEntry => ({
    ...publication,
    story: id,
    slug,
    headline,
    evolvedFrom: evolvedFrom?.version ?? null,
    formats: [...formats],
    bundle,
    manifest,
  }))
  const missing = entries.filter(({ story, version }) => !known.has(`${story} ${version}`))
  if (missing.length > 0) await desk.ledger.append(missing)
  for (const { id, planned } of fresh) await desk.recordPublication(id, planned.publication)
}
