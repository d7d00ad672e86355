import type { Target } from './bundle/destination.ts'
import { nextPublication } from './next-publication.ts'
import type { StoryPlan } from './plan.ts'
import type { PublishRequest } from './request.ts'
import type { Instant } from '../model/instant.ts'
import { isGalleyError } from '../model/errors.ts'
import { checkBundle } from './verify.ts'
import type { CheckedBundle } from './verify.ts'

/**
 * Plans that take up a publication which was cut off after its bundle got its name and before it was entered: the
 * standing bundle's moments become theirs, so that the same bundle is built again and what is missing is entered.
 */
export async function adoptStanding(
  plans: readonly StoryPlan[],
  target: Target,
  request: PublishRequest,
  now: Instant,
): Promise<StoryPlan[]> {
  if (plans.every(({ planned }) => !planned.isNew)) return [...plans]
  const standing = await read(target.path)
  if (standing === null) return [...plans]
  return plans.map((plan) => {
    const published = standing.stories.find(({ id }) => id === plan.id)
    const { publication } = plan.planned
    const same =
      published?.version === publication.version &&
      published.sha256 === publication.sha256 &&
      published.kind === publication.kind &&
      published.note === publication.note
    const at = same ? published.at : now
    return { ...plan, planned: nextPublication(plan.earlier, plan.fingerprint, request, at) }
  })
}

async function read(path: string): Promise<NonNullable<CheckedBundle['manifest']> | null> {
  try {
    const { ok, manifest } = await checkBundle(path)
    return ok ? manifest : null
  } catch (error) {
    if (isGalleyError(error, 'not_found')) return null
    throw error
  }
}
