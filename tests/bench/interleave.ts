/**
 * Measures several things in turn, round after round, so that whatever the machine does meanwhile meets all of
 * them alike. Every other round goes backwards: nobody is always the one who comes after the heaviest.
 *
 * @param warmUp rounds whose samples are thrown away
 */
export async function interleave<Name extends string>(
  rounds: number,
  warmUp: number,
  things: Record<Name, () => Promise<readonly number[]>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(things) as Name[]
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const found = await things[name]()
      if (round >= warmUp) samples[name].push(...found)
    }
  }
  return samples
}
