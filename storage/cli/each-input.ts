import { GalleyError, isGalleyError } from '../model/errors.ts'
import type { Context } from './context.ts'
import { refusalOf } from './outcome.ts'
import type { Refusal } from './outcome.ts'

/**
 * Runs `work` for every input in turn. One that is refused is named and the others go on; a full disk or a
 * defect of ours ends it.
 */
export async function eachInput<T>(
  inputs: readonly string[],
  context: Context,
  work: (input: string) => Promise<T>,
): Promise<{ readonly done: readonly T[]; readonly refused: readonly Refusal[] }> {
  const done: T[] = []
  const refused: Refusal[] = []
  for (const [index, input] of inputs.entries()) {
    if (context.signal.aborted) throw new GalleyError('cancelled', `Stopped before ${input}. What was done stays.`)
    context.bar.show(index, inputs.length, input)
    try {
      done.push(await work(input))
    } catch (error) {
      if (!isGalleyError(error) || error.code === 'internal' || error.code === 'disk_full') throw error
      refused.push(refusalOf(input, error))
    }
  }
  context.bar.clear()
  for (const { file, code, message } of refused) context.note(`${file}: ${message} (${code})`)
  return { done, refused }
}
