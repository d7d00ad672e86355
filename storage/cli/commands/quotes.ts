import type { Node } from 'prosemirror-model'
import { quoteStateOf } from '../../language/quote-state.ts'
import type { QuoteState } from '../../language/quote-state.ts'
import type { Workspace } from '../../library/workspace.ts'
import { isGalleyError } from '../../model/errors.ts'
import type { StoryId } from '../../model/ids.ts'
import { quotations, quotationText } from '../../model/quotations.ts'
import type { Quotation } from '../../model/quotations.ts'
import { storyIdOf } from '../arguments.ts'
import type { Command } from '../command.ts'

interface Options {
  readonly speaker?: string
  readonly unverified: boolean
}

/** Lists what was tagged as somebody's words. */
export const quotes: Command = {
  name: 'quotes',
  summary: 'List tagged quotations of a story, or of all stories.',
  define: (commander, run) =>
    commander
      .argument('[id]', 'the story; every story when left out')
      .option('--speaker <name>', 'only what somebody of that name said')
      .option('--unverified', 'only what nobody verified, or what changed since', false)
      .action((id: string | undefined, options: Options) =>
        run((context) =>
          context.withWorkspace(async (workspace) => {
            const { ids, unreadable } = await storiesWithQuotes(workspace, id)
            const rows: Row[] = []
            let damaged = unreadable
            for (const [done, story] of ids.entries()) {
              context.bar.show(done, ids.length, 'Reading quotations')
              try {
                rows.push(...rowsOf(story, (await workspace.readStory(story)).document, options))
              } catch (cause) {
                if (id !== undefined || !isGalleyError(cause)) throw cause
                context.bar.clear()
                context.note(`${story}: ${cause.message} (${cause.code})`)
                damaged += 1
              }
            }
            context.bar.clear()
            return { json: { quotes: rows }, text: lines(rows), found: damaged > 0 }
          }),
        ),
      ),
}

async function storiesWithQuotes(
  workspace: Workspace,
  id: string | undefined,
): Promise<{ ids: readonly StoryId[]; unreadable: number }> {
  if (id !== undefined) return { ids: [storyIdOf(id)], unreadable: 0 }
  const { stories, unreadable } = await workspace.list({ query: '', limit: Infinity })
  return { ids: stories.filter((story) => story.quotes > 0).map((story) => story.id), unreadable: unreadable.length }
}

interface Row {
  readonly id: string
  readonly story: StoryId
  readonly text: string
  /** The words of each run in reading order. */
  readonly segments: readonly string[]
  readonly speaker: Quotation['quote']['speaker']
  readonly kind: Quotation['quote']['kind']
  readonly verification: QuoteState
}

function rowsOf(story: StoryId, document: Node, { speaker, unverified }: Options): Row[] {
  return quotations(document)
    .map((quotation) => ({
      id: quotation.quote.id,
      story,
      text: quotationText(quotation),
      segments: quotation.runs.map(({ text }) => text),
      speaker: quotation.quote.speaker,
      kind: quotation.quote.kind,
      verification: quoteStateOf(quotation.quote, quotation.runs),
    }))
    .filter((row) => speaker === undefined || isNamed(row.speaker?.name ?? '', speaker))
    .filter((row) => !unverified || row.verification !== 'verified')
}

const folded = (name: string): string => name.normalize('NFKC').toLowerCase()

/** Every word that was asked for stands in the name: the surname is enough. */
function isNamed(name: string, asked: string): boolean {
  const words = new Set(folded(name).split(/\s+/u))
  return folded(asked)
    .split(/\s+/u)
    .filter((word) => word !== '')
    .every((word) => words.has(word))
}

function lines(rows: readonly Row[]): string {
  return [
    ...rows.map(
      (row) => `${row.story}  ${row.verification.padEnd(10)}  ${row.speaker?.name ?? '(nobody named)'}: ${row.text}`,
    ),
    `${rows.length} ${rows.length === 1 ? 'quotation' : 'quotations'}`,
  ].join('\n')
}
