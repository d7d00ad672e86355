import type { TokenRange } from '../grammar.ts'
import type { Token } from '../tokens.ts'

const nobody = /(?:ли|лись|ют|ят|ится|ается|ано)$/u
const longest = 5

/** «...», — сообщили в министерстве; в письме говорится: what is said there, the place says. */
export function source(tokens: readonly Token[], cue: TokenRange, from: number, to: number): TokenRange | null {
  if (!nobody.test(tokens[cue.last]?.lower ?? '')) return null
  return placeAt(tokens, cue.last + 1, to) ?? placeBefore(tokens, from, cue.first - 1)
}

function placeBefore(tokens: readonly Token[], from: number, to: number): TokenRange | null {
  for (let at = to; at >= from; at -= 1) {
    const place = placeAt(tokens, at, to)
    if (place !== null) return place
  }
  return null
}

function placeAt(tokens: readonly Token[], at: number, to: number): TokenRange | null {
  if (!/^(?:в|во)$/u.test(tokens[at]?.lower ?? '')) return null
  let last = at
  while (last < to && last - at < longest && tokens[last + 1]?.kind === 'word') last += 1
  return last === at ? null : { first: at + 1, last }
}
