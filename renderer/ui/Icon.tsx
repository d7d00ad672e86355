import type { LucideIcon } from 'lucide-react'

const strokes = { 11: 2, 12: 2, 14: 1.7, 16: 1.7, 18: 1.6, 20: 1.5 } as const

/** A Lucide icon in one of the sizes of the house, decorative: the words beside it or the name of its button say what it means. */
export function Icon({ of: Drawing, size = 16 }: { of: LucideIcon; size?: keyof typeof strokes }) {
  return <Drawing className="icon" size={size} strokeWidth={strokes[size]} aria-hidden />
}
