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
  '``': "''",
}

const word = /[\p{L}\p{M}\p{N}]/u
const single = new Set(['‘', "'", '‚'])

interface Open {
  readonly mark: string
  readonly at: number
}

/**
 * Finds the outermost quoted runs of a block in one pass. Marks that cannot be paired are reported by `closed: false`
 * when they open the last run, and otherwise passed over. Apostrophes and marks for feet and inches are not taken for quotation marks.
 */
export function quotedRuns(block: string): QuotedRun[] {
  const runs: QuotedRun[] = []
  const stack: Open[] = []
  const close = (depth: number, at: number): void => {
    const open = stack[depth]
    if (open === undefined) return
    stack.length = depth
    const run = { from: open.at + 1, to: at, outerFrom: open.at, outerTo: at + 1, mark: open.mark, closed: true }
    if (depth === 0 && run.to > run.from) runs.push(run)
  }
  for (let at = 0; at < block.length; at += 1) {
    const char = block[at] ?? ''
    if (!isMark(char)) continue
    const closes = stack.findLastIndex((open) => closers[open.mark]?.includes(char) === true)
    if (closes >= 0 && canClose(block, at, char)) {
      close(closes, at)
    } else if (closers[char] !== undefined && canOpen(block, at, char, stack)) {
      stack.push({ mark: char, at })
    }
  }
  const rest = stack.find((open) => !single.has(open.mark))
  if (rest !== undefined) runs.push(unclosed(rest, block))
  return runs.sort((a, b) => a.from - b.from)
}

function unclosed(open: Open, block: string): QuotedRun {
  return {
    from: open.at + 1,
    to: block.trimEnd().length,
    outerFrom: open.at,
    outerTo: block.trimEnd().length,
    mark: open.mark,
    closed: false,
  }
}

const marks = new Set([...Object.keys(closers), ...Object.values(closers).join('')])

function isMark(char: string): boolean {
  return marks.has(char)
}

/** An apostrophe stands between letters or after one; ’ and ' close only where no letter follows. */
function canClose(block: string, at: number, char: string): boolean {
  const after = block[at + 1] ?? ' '
  const before = block[at - 1] ?? ' '
  if (char === '’' || char === "'") return !word.test(after) && !/\s/u.test(before)
  if (char === '"') return !(/\s/u.test(before) && word.test(after))
  return true
}

function canOpen(block: string, at: number, char: string, stack: readonly Open[]): boolean {
  const before = block[at - 1] ?? ' '
  const after = block[at + 1] ?? ' '
  if (char === '"' || char === "'" || single.has(char)) {
    if (word.test(before) || /\s/u.test(after) || at + 1 >= block.length) return false
    if (char !== '"' && /[\d]/u.test(after)) return false
  }
  // » opens only in the German and Danish manner, with the word close behind it.
  if (char === '»') return stack.length === 0 && !/\s/u.test(after) && !word.test(before) && block.indexOf('«', at) > at
  return true
}
