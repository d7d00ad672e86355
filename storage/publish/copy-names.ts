import type { Photo } from '../model/photo.ts'
import { renditionPath } from './bundle/paths.ts'
import type { StoryPlan } from './plan.ts'

/** The path of a size of a photo in the bundle. `variant` names what is embedded into this copy. */
export type CopyName = (photo: Photo, variant: string, size: string) => string

/**
 * Names the copies of photos. A photo that every story of the bundle says the same of has one copy and a plain name;
 * one that is captioned or credited in several ways has a copy for each, told apart by the variant.
 */
export function copyNames(plans: readonly StoryPlan[]): CopyName {
  const variants = new Map<string, Set<string>>()
  for (const { media, variant } of plans.flatMap((plan) => plan.copies)) {
    variants.set(media, (variants.get(media) ?? new Set()).add(variant))
  }
  return (photo, variant, size) => renditionPath(photo, (variants.get(photo.id)?.size ?? 1) > 1 ? variant : null, size)
}
