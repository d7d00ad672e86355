import { fieldValue, isTextField } from './field-values.ts'
import { queryFields } from './query.ts'
import type { Query, QueryField, QueryNode, QueryProblem, QueryTerm } from './query.ts'
import { searchWords } from './search-words.ts'

export interface ReadQueryOptions {
  /** True while somebody is still typing: the last word, unless it is quoted or a space follows, may go on. */
  readonly typing?: boolean
}

/**
 * Reads what was typed into a search field: words, "phrases", -not, prefix*, OR, (groups) and fields such as `desk:Home` or
 * `words:<300`. Conditions beside one another must all hold; OR joins its two neighbours. Never throws: what cannot be
 * understood is explained in `problems`, and the rest is searched.
 */
export function readQuery(text: string, options: ReadQueryOptions = {}): Query {
  return new Reader(text, options.typing === true).read()
}

const mates: Readonly<Record<string, string>> = { '"': '"', '“': '”“', '„': '“”', '«': '»', '”': '”' }
const deepest = 20
const mostTerms = 64

class Reader {
  readonly #text: string
  readonly #typing: boolean
  readonly #problems: QueryProblem[] = []
  #at = 0
  #terms = 0

  constructor(text: string, typing: boolean) {
    this.#text = text
    this.#typing = typing
  }

  read(): Query {
    const parts: QueryNode[] = []
    while (this.#at < this.#text.length) {
      parts.push(...this.#conditions(0))
      if (this.#at < this.#text.length) {
        this.#problem(this.#at, this.#at + 1, 'A closing bracket has no opening one.')
        this.#at += 1
      }
    }
    return { root: allOf(parts), problems: this.#problems }
  }

  /** Everything up to the end or an unopened closing bracket. */
  #conditions(depth: number): QueryNode[] {
    const found: QueryNode[] = []
    let joining: { from: number; left: QueryNode | null } | null = null
    for (;;) {
      this.#skipSpace()
      if (this.#at >= this.#text.length || this.#text[this.#at] === ')') break
      const from = this.#at
      if (this.#takeWord('OR')) {
        const left: QueryNode | null = joining === null ? (found.pop() ?? null) : joining.left
        if (left === null || joining !== null) this.#problem(from, this.#at, 'OR stands between two words.')
        joining = { from, left }
        continue
      }
      if (this.#takeWord('AND')) continue
      const node = this.#condition(depth)
      if (node === null) continue
      found.push(joining === null || joining.left === null ? node : anyOf(joining.left, node))
      joining = null
    }
    if (joining !== null) {
      if (joining.left !== null) {
        this.#problem(joining.from, joining.from + 2, 'OR stands between two words.')
        found.push(joining.left)
      }
    }
    return found
  }

  #condition(depth: number): QueryNode | null {
    let negated = false
    for (;;) {
      if (this.#text[this.#at] === '-' && /[^\s-]/u.test(this.#text[this.#at + 1] ?? '')) {
        negated = !negated
        this.#at += 1
      } else if (this.#takeWord('NOT')) {
        negated = !negated
        this.#skipSpace()
      } else break
    }
    const node = this.#text[this.#at] === '(' ? this.#group(depth) : this.#term()
    if (node === null) return null
    return negated ? { kind: 'not', of: node } : node
  }

  #group(depth: number): QueryNode | null {
    const from = this.#at
    this.#at += 1
    if (depth >= deepest) {
      this.#problem(from, this.#at, 'There are too many brackets inside one another.')
      return null
    }
    const inside = this.#conditions(depth + 1)
    if (this.#text[this.#at] === ')') this.#at += 1
    else this.#problem(from, from + 1, 'An opening bracket is not closed.')
    return inside.length === 0 ? null : allOf(inside)
  }

  #term(): QueryNode | null {
    const from = this.#at
    const name = /^(\p{L}+):/u.exec(this.#text.slice(from, from + 40))?.[1]
    const field = queryFields.find((known) => known === name?.toLowerCase()) ?? null
    if (name !== undefined && field !== null) {
      this.#at += name.length + 1
      return this.#valueOf(field, from)
    }
    const { value, quoted } = this.#value()
    if (!quoted && /^\p{L}+:[\p{L}\p{N}"“„«]/u.test(value)) {
      this.#problem(from, this.#at, `No field is called ${name ?? ''}. There are: ${queryFields.join(', ')}.`)
    }
    return this.#textTerm(null, value, quoted, from)
  }

  #valueOf(field: QueryField, from: number): QueryNode | null {
    const { value, quoted } = this.#value()
    if (value.trim() === '') {
      this.#problem(from, this.#at, `${field}: needs a value after the colon.`)
      return null
    }
    if (isTextField(field)) return this.#textTerm(field, value, quoted, from)
    const read = fieldValue(field, value.trim())
    if ('term' in read) return this.#counted(read.term, from)
    this.#problem(from, this.#at, read.sentence)
    return null
  }

  /** A quoted phrase, or what stands up to the next space or bracket. */
  #value(): { value: string; quoted: boolean } {
    const from = this.#at
    const mate = mates[this.#text[from] ?? '']
    if (mate !== undefined) {
      let end = from + 1
      while (end < this.#text.length && !mate.includes(this.#text[end] ?? '')) end += 1
      if (end < this.#text.length) {
        this.#at = end + 1
        return { value: this.#text.slice(from + 1, end), quoted: true }
      }
      // While somebody is still typing the phrase there is nothing to explain.
      if (this.#typing) {
        this.#at = end
        return { value: this.#text.slice(from + 1), quoted: true }
      }
      this.#problem(from, from + 1, 'A quotation mark is not closed, so its words are searched one by one.')
      this.#at += 1
    }
    const start = this.#at
    while (this.#at < this.#text.length && /[^\s()]/u.test(this.#text[this.#at] ?? '')) this.#at += 1
    return { value: this.#text.slice(start, this.#at), quoted: false }
  }

  #textTerm(
    field: Extract<QueryTerm, { kind: 'text' }>['field'],
    value: string,
    quoted: boolean,
    from: number,
  ): QueryNode | null {
    const written = [...searchWords(value)].slice(0, mostTerms)
    const words = written.flatMap(({ parts }) => parts)
    if (words.length === 0) {
      if (/[^\s*]/u.test(value)) this.#problem(from, this.#at, `${value} has no word to search for.`)
      return null
    }
    const starred = this.#text[this.#at] === '*'
    if (quoted && starred) this.#at += 1
    const open = this.#typing && !quoted && this.#at === this.#text.length
    const prefix = starred || open || (!quoted && value.endsWith('*'))
    const term = this.#counted({ kind: 'text', field, words, prefix }, from)
    // Written with a zero-width non-joiner or apostrophe, a word is also what others write without.
    const joined = written.length === 1 ? (written[0]?.joined ?? null) : null
    return term === null || joined === null ? term : anyOf(term, { kind: 'text', field, words: [joined], prefix })
  }

  #counted(term: QueryTerm, from: number): QueryTerm | null {
    this.#terms += 1
    if (this.#terms <= mostTerms) return term
    if (this.#terms === mostTerms + 1) {
      this.#problem(from, this.#text.length, `Only the first ${mostTerms} conditions are searched.`)
    }
    return null
  }

  #takeWord(word: string): boolean {
    const end = this.#at + word.length
    if (!this.#text.startsWith(word, this.#at) || !/^[\s(]|^$/u.test(this.#text.slice(end, end + 1))) return false
    this.#at = end
    return true
  }

  #skipSpace(): void {
    while (/\s/u.test(this.#text[this.#at] ?? '')) this.#at += 1
  }

  #problem(from: number, to: number, sentence: string): void {
    if (this.#problems.length < 10) this.#problems.push({ from, to, sentence })
  }
}

function allOf(nodes: readonly QueryNode[]): QueryNode {
  const [first] = nodes
  return nodes.length === 1 && first !== undefined ? first : { kind: 'all', of: nodes }
}

/** `a OR b OR c` is one choice of three. */
function anyOf(left: QueryNode, right: QueryNode): QueryNode {
  return left.kind === 'any' ? { kind: 'any', of: [...left.of, right] } : { kind: 'any', of: [left, right] }
}
