/** Words between quotation marks at the outermost level of one block. */
export interface QuotedRun {
  /** The words, without the marks. */
  readonly from: number
  readonly to: number
  /** The marks: `outerFrom` before the opening one, `outerTo` after the closing one. */
  readonly outerFrom: number
  readonly outerTo: number
  readonly mark: string
  /** False when the block ends before the closing mark: the quotation goes on in the next paragraph, or a mark is missing. */
  readonly closed: boolean
  /** The run before goes on in this one behind its reporting clause, between the same marks. */
  readonly goesOn?: boolean
}

/** Which marks close a run that `open` has opened. German closes „ with “, Russian and Polish close it with “ or ”. */
const closers: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '‟': '”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '‘': '’',
  '‚': '‘’',
  '"': '"',
  "'": "'",
  '「': '」',
  '『': '』',
  "''": "''",
  '``': "''",
}

const word = /[\p{L}\p{M}\p{N}]/u
const single = new Set(['‘', "'", '‚'])

interface Open {
  readonly mark: string
  readonly at: number
}

/** Nobody nests quotations deeper; marks beyond it are passed over, so that a line of marks costs no more than any other. */
const deepest = 16

/**
 * Finds the outermost quoted runs of a block in one pass. A mark that nothing closes makes the last run, `closed: false`,
 * unless whole runs lie behind it: then it is a stray. Apostrophes and marks for feet and inches are no quotation marks.
 */
export function quotedRuns(block: string): QuotedRun[] {
  const pairs: QuotedRun[] = []
  const stack: Open[] = []
  for (let at = 0; at < block.length; at += 1) {
    const mark = markAt(block, at)
    if (mark === '') continue
    const depth = stack.findLastIndex((open) => closes(open.mark, mark))
    const open = stack[depth]
    if (open !== undefined && canClose(block, at, mark)) {
      stack.length = depth
      const from = open.at + open.mark.length
      if (at > from)
        pairs.push({
          from,
          to: at,
          outerFrom: open.at,
          outerTo: at + mark.length,
          mark: open.mark,
          closed: true,
        })
    } else if (closers[mark] !== undefined && stack.length < deepest && canOpen(block, at, mark, stack)) {
      stack.push({ mark, at })
    }
    at += mark.length - 1
  }
  const left = stack.find((open) => !single.has(open.mark))
  // Whole runs behind a mark that nothing closes show it to be a stray.
  const lastWhole = pairs.findLast((pair) => !single.has(pair.mark))?.outerFrom ?? -1
  const goesOn = left !== undefined && lastWhole < left.at ? left : null
  const runs: QuotedRun[] = []
  for (const pair of pairs.sort((one, other) => one.outerFrom - other.outerFrom)) {
    const before = runs.at(-1)
    if (before !== undefined && pair.outerTo <= before.outerTo) continue
    if (goesOn === null || pair.outerTo <= goesOn.at) runs.push(pair)
  }
  if (goesOn !== null) runs.push(unclosed(goesOn, block))
  return runs
}

function closes(open: string, mark: string): boolean {
  const by = closers[open]
  return by !== undefined && (by === mark || (mark.length === 1 && by.length > 1 && by !== "''" && by.includes(mark)))
}

/** Two single marks together are one double mark of a typewriter: ''so''. */
function markAt(block: string, at: number): string {
  const two = block.slice(at, at + 2)
  if (two === "''" || two === '``') return two
  const char = block[at] ?? ''
  return marks.has(char) ? char : ''
}

function unclosed(open: Open, block: string): QuotedRun {
  const end = block.trimEnd().length
  return {
    from: open.at + open.mark.length,
    to: Math.max(end, open.at + open.mark.length),
    outerFrom: open.at,
    outerTo: end,
    mark: open.mark,
    closed: false,
  }
}

const marks = new Set([...Object.keys(closers), ...Object.values(closers).join('')].filter((mark) => mark.length === 1))

/** An apostrophe stands between letters or after one; ’ and ' close only where no letter follows. */
function canClose(block: string, at: number, char: string): boolean {
  const after = block[at + 1] ?? ' '
  const before = block[at - 1] ?? ' '
  if (char === '’' || char === "'") return !word.test(after) && !/\s/u.test(before)
  if (char === '"' || char === "''") return !(/\s/u.test(before) && word.test(block[at + char.length] ?? ' '))
  return true
}

function canOpen(block: string, at: number, char: string, stack: readonly Open[]): boolean {
  const before = block[at - 1] ?? ' '
  const after = block[at + char.length] ?? ' '
  if (char === '"' || char === "''" || single.has(char)) {
    if (word.test(before) || /\s/u.test(after) || at + char.length >= block.length) return false
    if (single.has(char) && /[\d]/u.test(after)) return false
  }
  // » opens only in the German and Danish manner, with the word close behind it.
  if (char === '»') return stack.length === 0 && !/\s/u.test(after) && !word.test(before) && block.indexOf('«', at) > at
  return true
}
