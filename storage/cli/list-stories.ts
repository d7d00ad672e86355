import { fold, foldedWords } from '../library/fold.ts'
import type { Workspace } from '../library/workspace.ts'
import type { StorySummary } from '../model/summary.ts'
import { plainText } from '../model/text.ts'
import type { Context } from './context.ts'
import type { Outcome } from './outcome.ts'

export interface ListOptions {
  readonly query: string
  readonly limit: number
  /** Whether to show where the query was found. */
  readonly snippets: boolean
}

/** Lists the stories that answer a query, newest change first. Stories that cannot be read are named beside the list. */
export async function listStories(
  workspace: Workspace,
  context: Context,
  { query, limit, snippets }: ListOptions,
): Promise<Outcome> {
  const { total, stories, unreadable } = await workspace.list({ query, limit })
  for (const { id, error } of unreadable) context.note(`${id}: ${error.message} (${error.code})`)
  const rows = await Promise.all(
    stories.map(async (summary) => ({
      ...rowOf(summary),
      ...(snippets ? await snippetOf(workspace, summary, query) : {}),
    })),
  )
  return {
    json: { total, stories: rows },
    text: [
      ...rows.map(
        (row) => `${row.id}  ${row.updated.slice(0, 16)}  ${row.status.padEnd(9)}  ${row.slug}  ${row.headline}`,
      ),
      total > rows.length ? `${rows.length} of ${total} stories` : `${total} ${total === 1 ? 'story' : 'stories'}`,
    ].join('\n'),
    found: unreadable.length > 0,
  }
}

type Row = Omit<StorySummary, 'embargo'>

function rowOf({ embargo: _embargo, ...row }: StorySummary): Row {
  return row
}

/** How much is shown around the first word that was found, in characters. */
const around = 60

async function snippetOf(workspace: Workspace, { id }: StorySummary, query: string): Promise<{ snippet?: string }> {
  const text = plainText((await workspace.readStory(id)).document).replace(/\s+/gu, ' ')
  const words = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)]
  const wanted = foldedWords(query)
  const hit = words.find(({ segment }) => wanted.some((word) => fold(segment).includes(word)))
  if (hit === undefined) return {}
  const from = Math.max(0, hit.index - around)
  const to = Math.min(text.length, hit.index + hit.segment.length + around)
  const cut = text.slice(from, to).toWellFormed().replaceAll('\ufffd', '').trim()
  return { snippet: `${from > 0 ? '…' : ''}${cut}${to < text.length ? '…' : ''}` }
}
