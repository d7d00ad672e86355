import { compareStories } from '../../language/compare-stories.ts'
import type { ComparedBlock, StoryComparison } from '../../language/compare-stories.ts'
import type { Segment } from '../../language/word-diff.ts'
import type { Workspace } from '../../library/workspace.ts'
import type { StoryId } from '../../model/ids.ts'
import type { Story } from '../../model/story.ts'
import { storyIdOf, versionArgument } from '../arguments.ts'
import type { Command } from '../command.ts'

/** Compares two versions of a story word by word. */
export const compare: Command = {
  name: 'compare',
  summary: 'Compare two versions of a story word by word.',
  define: (commander, run) =>
    commander
      .argument('<id>', 'the story')
      .argument('<a>', 'the older version: its number, or now')
      .argument('<b>', 'the newer one')
      .action((id: string, a: string, b: string) =>
        run(async (context) => {
          const [from, to] = [versionArgument(a), versionArgument(b)]
          return context.withWorkspace(async (workspace) => {
            const story = storyIdOf(id)
            const older = await versionOf(workspace, story, from)
            const comparison = compareStories(older, await versionOf(workspace, story, to))
            const { added, removed, record } = comparison
            const blocks = comparison.blocks.map(({ kind, segments }) => ({ kind, segments }))
            return {
              json: { from: from ?? 'now', to: to ?? 'now', added, removed, blocks, record },
              text: textOf(comparison),
            }
          })
        }),
      ),
}

function versionOf(workspace: Workspace, id: StoryId, number: number | null): Promise<Story> {
  return number === null ? workspace.readStory(id) : workspace.readVersion(id, number)
}

function textOf({ added, removed, blocks, record }: StoryComparison): string {
  return [
    ...paragraphs(blocks),
    ...record.map(({ field, from, to }) => `${field}: [-${from}-] {+${to}+}`),
    `+${added} −${removed} words`,
  ].join('\n\n')
}

/** Changed blocks with their words marked; those that did not change are only counted. */
function paragraphs(blocks: readonly ComparedBlock[]): string[] {
  const lines: string[] = []
  let same = 0
  const count = (): void => {
    if (same > 0) lines.push(`(${same} ${same === 1 ? 'paragraph' : 'paragraphs'} not changed)`)
    same = 0
  }
  for (const block of blocks) {
    if (block.kind === 'same') {
      same += 1
      continue
    }
    count()
    const words = block.segments.map(marked).join('')
    const isFormat = block.kind === 'changed' && block.segments.every(({ kind }) => kind === 'same')
    if (isFormat) lines.push(`${words} (formatting changed)`)
    else lines.push(words === '' ? `(an empty ${block.type} was ${block.kind})` : words)
  }
  count()
  return lines
}

function marked({ kind, text }: Segment): string {
  if (kind === 'same') return text
  return kind === 'deleted' ? `[-${text}-]` : `{+${text}+}`
}
