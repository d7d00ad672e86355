import { FileText } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { StoryId } from '../../../storage/model/ids.ts'
import type { StorySummary } from '../../../storage/model/summary.ts'
import { t } from '../../i18n/translate.ts'
import type { Command } from '../commands/command.ts'

/** A line of the palette. */
export interface Entry {
  readonly id: string
  readonly icon: LucideIcon
  readonly words: string
  /** Where the typed letters lie in `words`, or null. */
  readonly found: { readonly from: number; readonly to: number } | null
  readonly language: string | null
  readonly note: string | null
  readonly act: { readonly command: Command } | { readonly story: StoryId }
}

export interface EntryGroup {
  readonly id: 'story' | 'stories' | 'go'
  readonly title: string
  readonly note: string | null
  readonly entries: readonly Entry[]
}

/**
 * What the palette offers for what is typed: commands for the story, the stories that the library found, and the rest,
 * empty groups left out.
 */
export function paletteEntries(
  query: string,
  commands: readonly Command[],
  stories: readonly StorySummary[],
): EntryGroup[] {
  const ofCommands = (group: Command['group']): Entry[] =>
    commands.flatMap((command) => {
      if (command.group !== group || command.isHidden === true || !command.isEnabled()) return []
      const words = t(command.title)
      const found = find(words, query)
      if (found === null) return []
      return [{ id: command.id, icon: command.icon, words, found, language: null, note: null, act: { command } }]
    })
  const ofStories = stories.map((story): Entry => {
    const words = story.headline === '' ? t('desk.noHeadline') : story.headline
    const inHeadline = story.headline === '' ? null : find(story.headline, query)
    return {
      id: story.id,
      icon: FileText,
      words,
      found: inHeadline,
      language: story.language,
      note: story.slug,
      act: { story: story.id },
    }
  })
  const groups: EntryGroup[] = [
    { id: 'story', title: t('palette.inStory'), note: null, entries: ofCommands('story') },
    {
      id: 'stories',
      title: t('palette.stories'),
      note: t('palette.inSlug'),
      entries: ofStories,
    },
    { id: 'go', title: t('palette.go'), note: null, entries: ofCommands('go') },
  ]
  return groups.filter((group) => group.entries.length > 0)
}

/** Where `query` lies in `words`, case aside. An empty query lies everywhere and is marked nowhere. */
function find(words: string, query: string): { from: number; to: number } | null {
  const wanted = query.trim().toLocaleLowerCase()
  const from = words.toLocaleLowerCase().indexOf(wanted)
  return from < 0 ? null : { from, to: from + wanted.length }
}
