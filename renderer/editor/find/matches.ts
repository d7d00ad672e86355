import type { Node } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import type { SearchQuery, SearchResult } from 'prosemirror-search'
import { schema } from '../../../storage/model/schema/index.ts'
import type { Range } from '../commands/ranges.ts'

/** One place where the words stand. */
export interface Match extends Range {
  readonly result: SearchResult
  /** Whether any of it belongs to a tagged quotation: somebody's words, not the writer's. */
  readonly isQuoted: boolean
}

/** Every place where the query matches, in reading order, inside `within` when it is given. */
export function matchesOf(state: EditorState, query: SearchQuery, within: Range | null): readonly Match[] {
  if (!query.valid) return []
  const matches: Match[] = []
  const end = within?.to ?? state.doc.content.size
  for (let at = within?.from ?? 0; at <= end;) {
    const result = query.findNext(state, at, end)
    if (result === null) break
    const { from, to } = result
    if (to > from) matches.push({ from, to, result, isQuoted: hasQuotedWords(state.doc, from, to) })
    at = Math.max(to, at + 1, from + 1)
  }
  return matches
}

function hasQuotedWords(document: Node, from: number, to: number): boolean {
  return document.rangeHasMark(from, to, schema.marks.quote)
}
