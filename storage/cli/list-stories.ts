import type { ListOrder } from '../model/listing.ts'
import type { Workspace } from '../library/workspace.ts'
import type { StorySummary } from '../model/summary.ts'
import type { Context } from './context.ts'
import type { Outcome } from './outcome.ts'

export interface ListOptions {
  readonly query: string
  readonly limit: number
  readonly order: ListOrder
  /** Whether to show where the query was found. */
  readonly snippets: boolean
}

/**
 * Lists the stories that answer a query. Stories that cannot be read, and what of the query was not understood, are named
 * beside the list.
 */
export async function listStories(
  workspace: Workspace,
  context: Context,
  { query, limit, order, snippets }: ListOptions,
): Promise<Outcome> {
  const list = await workspace.list({ query, limit, order, excerpts: snippets })
  context.bar.clear()
  for (const { sentence } of list.problems) context.note(sentence)
  for (const { id, error } of list.unreadable) context.note(`${id}: ${error.message} (${error.code})`)
  const rows = list.stories.map((summary) => {
    const snippet = list.excerpts.get(summary.id)?.text
    return { ...rowOf(summary), ...(snippet === undefined ? {} : { snippet }) }
  })
  const { total } = list
  return {
    json: { total, stories: rows },
    text: [
      ...rows.map(
        (row) => `${row.id}  ${row.updated.slice(0, 16)}  ${row.status.padEnd(9)}  ${row.slug}  ${row.headline}`,
      ),
      total > rows.length ? `${rows.length} of ${total} stories` : `${total} ${total === 1 ? 'story' : 'stories'}`,
    ].join('\n'),
    found: list.unreadable.length > 0,
  }
}

type Row = Omit<StorySummary, 'embargo' | 'due' | 'urgency' | 'translation'>

function rowOf({ embargo: _e, due: _d, urgency: _u, translation: _t, ...row }: StorySummary): Row {
  return row
}
