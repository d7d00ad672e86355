import { Mark } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'

/**
 * Holds to the schema what changed between two versions of a node of which the older one is known to be good.
 * Whatever the two share is not looked at again, so that the cost is that of the change. Throws as `Node.check`.
 */
export function checkChange(before: Node, after: Node): void {
  if (before === after) return
  const comparable = before.type === after.type && !after.isText && Mark.sameSet(before.marks, after.marks)
  if (!comparable || !checkedAttributes(before, after)) {
    after.check()
    return
  }
  if (before.content === after.content) return
  if (!after.type.validContent(after.content)) {
    throw new RangeError(`Invalid content for node ${after.type.name}`)
  }
  checkChildren(before, after)
}

/** Validates the attributes whose values are new. False when one of them is described in a way only `check` knows. */
function checkedAttributes(before: Node, after: Node): boolean {
  if (before.attrs === after.attrs) return true
  for (const [name, { validate }] of Object.entries(after.type.spec.attrs ?? {})) {
    const value: unknown = after.attrs[name]
    if (value === before.attrs[name]) continue
    if (typeof validate !== 'function') return false
    validate(value)
  }
  return true
}

function checkChildren(before: Node, after: Node): void {
  let head = 0
  const shorter = Math.min(before.childCount, after.childCount)
  while (head < shorter && before.child(head) === after.child(head)) head += 1
  let tail = 0
  while (
    tail < shorter - head &&
    before.child(before.childCount - 1 - tail) === after.child(after.childCount - 1 - tail)
  )
    tail += 1
  const same = before.childCount === after.childCount
  for (let index = head; index < after.childCount - tail; index += 1) {
    const child = after.child(index)
    if (same) checkChange(before.child(index), child)
    else child.check()
  }
}
