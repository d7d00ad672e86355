import { slugSchema } from '../model/record.ts'
import type { Slug } from '../model/record.ts'

const longest = 64

/** The slugs that a copy of a story may bear, the first choice first, without end: `BRIDGE-2`, `BRIDGE-3` … */
export function* copySlugs(slug: Slug): Generator<Slug, never> {
  for (let number = 2; ; number += 1) {
    const suffix = `-${number}`
    yield slugSchema.parse(shortened(slug, longest - suffix.length) + suffix)
  }
}

/** The slug that a numbered one may be a copy of, `BRIDGE` of `BRIDGE-2`; null for one without such a number. */
export function slugBeforeNumber(slug: Slug): Slug | null {
  const before = /^(.+)-(?:[2-9]|[1-9]\d)$/u.exec(slug)?.[1]
  return slugSchema.safeParse(before).data ?? null
}

/** Never cut within a letter, be it of two code units or one with its marks, while anything is left. */
function shortened(slug: string, most: number): string {
  if (slug.length <= most) return slug
  const cut = slug.slice(0, most).replace(/[\ud800-\udbff]$/, '')
  const whole = /^\p{M}/u.test(slug.slice(cut.length)) ? cut.replace(/\P{M}\p{M}*$/u, '') : cut
  return (whole === '' ? cut : whole).replace(/-$/, '')
}
