import type { AttributeSpec } from 'prosemirror-model'
import type { ZodType } from 'zod'

/** An attribute of a node or mark that `Node.check()` and every incoming step hold to `type`. */
export function attribute(type: ZodType, ...initial: readonly [] | readonly [unknown]): AttributeSpec {
  const validate = (value: unknown): void => {
    type.parse(value)
  }
  return initial.length === 0 ? { validate } : { default: initial[0], validate }
}
