import { Building2, ListPlus, MapPin, User, UserPlus } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { EditorState } from 'prosemirror-state'
import type { Entity, EntityKind } from '../../../storage/model/entity.ts'
import type { QuoteId } from '../../../storage/model/ids.ts'
import { printedWords, quoteTable } from '../../../storage/model/quotations.ts'
import type { Speaker } from '../../../storage/model/quote.ts'
import { T } from '../../i18n/T.tsx'
import { t } from '../../i18n/translate.ts'
import { quoteIndex } from '../queries/quote-index.ts'
import type { NameOption } from './NameField.tsx'

/** Who the words are by, as a line of the list: somebody known, somebody new, or a quotation that they go on. */
export interface SpeakerOption extends NameOption {
  readonly choice:
    | { readonly is: 'known'; readonly speaker: Speaker }
    | { readonly is: 'new'; readonly name: string }
    | { readonly is: 'joined'; readonly id: QuoteId }
}

const icons: Readonly<Record<EntityKind, LucideIcon>> = { person: User, place: MapPin, organisation: Building2 }

/** The icon of a kind of name. */
export function kindIcon(kind: EntityKind): LucideIcon {
  return icons[kind]
}

/** The lines under the speaker field for what was typed, the likeliest first. */
export function speakerOptions(
  state: EditorState,
  typed: string,
  entities: readonly Entity[],
  words: { readonly from: number; readonly isNew: boolean },
): SpeakerOption[] {
  const query = typed.trim()
  const known = entities.filter((entity) => entity.kind !== 'place').map((entity) => fromEntity(state, entity))
  const here = query === '' ? [] : speakersHere(state, query, entities)
  const isExact = [...known, ...here].some((option) => sameName(option.name, query))
  const added: SpeakerOption[] =
    query === '' || isExact
      ? []
      : [
          {
            key: 'new',
            icon: UserPlus,
            name: null,
            words: t('editor.quote.addPerson', { name: query }),
            choice: { is: 'new', name: query },
          },
        ]
  const before = words.isNew ? quoteBefore(state, words.from) : null
  const joined: SpeakerOption[] =
    before === null
      ? []
      : [
          {
            key: 'joined',
            icon: ListPlus,
            name: null,
            words: t('editor.quote.join', { words: beginning(before.words) }),
            choice: { is: 'joined', id: before.id },
          },
        ]
  return [...known, ...here, ...added, ...joined]
}

function fromEntity(state: EditorState, entity: Entity): SpeakerOption {
  const count = Object.values(quoteTable(state.doc)).filter((quote) => quote.speaker?.entity === entity.id).length
  const about = [entity.role, count === 0 ? '' : t('editor.quote.quotesHere', { count })].filter((part) => part !== '')
  return {
    key: entity.id,
    icon: icons[entity.kind],
    name: entity.name,
    words: <NameAndRole name={entity.name} about={about.join(', ')} />,
    choice: { is: 'known', speaker: { entity: entity.id, name: entity.name, role: entity.role } },
  }
}

/** Speakers of this story who are in no authority file and fit what was typed. */
function speakersHere(state: EditorState, query: string, entities: readonly Entity[]): SpeakerOption[] {
  const options = new Map<string, SpeakerOption>()
  for (const { speaker } of Object.values(quoteTable(state.doc))) {
    if (speaker === null || speaker.entity !== null || !fits(speaker.name, query)) continue
    if (entities.some((entity) => sameName(entity.name, speaker.name))) continue
    options.set(speaker.name, {
      key: speaker.name,
      icon: User,
      name: speaker.name,
      words: <NameAndRole name={speaker.name} about={speaker.role} />,
      choice: { is: 'known', speaker },
    })
  }
  return [...options.values()]
}

function NameAndRole({ name, about }: { name: string; about: string }) {
  return (
    <T
      id="editor.quote.nameAndRole"
      values={{
        name: <b dir="auto">{name}</b>,
        about: <span className="muted">{about}</span>,
      }}
    />
  )
}

function fits(name: string, query: string): boolean {
  return name.toLocaleLowerCase().includes(query.toLocaleLowerCase())
}

function sameName(name: string | null, other: string): boolean {
  return name !== null && name.toLocaleLowerCase() === other.toLocaleLowerCase()
}

/** The quotation whose first run stands last before a position. */
function quoteBefore(state: EditorState, pos: number): { id: QuoteId; words: string } | null {
  let found: { id: QuoteId; words: string; from: number } | null = null
  for (const [id, runs] of quoteIndex(state.doc)) {
    const from = runs[0]?.from ?? pos
    if (from < pos && (found === null || from > found.from)) found = { id, from, words: printedWords(runs) }
  }
  return found
}

function beginning(words: string): string {
  return words.length <= 42 ? words : `${words.slice(0, 40).replace(/\s+\S*$/u, '')} …`
}
