import { Building2, MapPin, User } from 'lucide-react'
import { entityKinds } from '../../../storage/model/entity.ts'
import type { EntityKind } from '../../../storage/model/entity.ts'
import { mentions } from '../../../storage/model/mentions.ts'
import type { Mention } from '../../../storage/model/mentions.ts'
import { goTo } from '../../app/go-to.ts'
import { useDesk } from '../../app/use-desk.ts'
import { useWorkedOut } from '../../app/use-story.ts'
import type { StorySession, StorySnapshot } from '../../editor/session.ts'
import { T } from '../../i18n/T.tsx'
import { t } from '../../i18n/translate.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Key } from '../../ui/Key.tsx'
import { NameTags } from '../NameTags.tsx'
import { Section } from '../Section.tsx'
import { useRecord } from '../use-record.ts'
import './tags-tab.css'

const titles = { person: 'tags.people', place: 'tags.places', organisation: 'tags.organisations' } as const
const icons = { person: User, place: MapPin, organisation: Building2 } as const

interface Named {
  readonly entity: string
  readonly kind: EntityKind
  readonly name: string
  readonly places: readonly Mention[]
}

/** Whom and what the story names, by entry of the authority file, and its subjects and keywords. */
export function TagsTab({ session }: { session: StorySession }) {
  const desk = useDesk()
  const named = useWorkedOut(session, namedIn)
  const { record, change } = useRecord(session)
  return (
    <>
      {named.length === 0 && (
        <EmptyState title={t('tags.empty')}>
          <T id="tags.emptyAbout" values={{ key: () => <Key>{desk.commands.shortcut('tag-name') ?? ''}</Key> }} />
        </EmptyState>
      )}
      {entityKinds.map((kind) => {
        const group = named.filter((entry) => entry.kind === kind)
        if (group.length === 0) return null
        return (
          <Section key={kind} title={t(titles[kind])}>
            <ul className="named">
              {group.map((entry) => (
                <NamedRow key={entry.entity} entry={entry} session={session} />
              ))}
            </ul>
          </Section>
        )
      })}
      {record.subjects.length > 0 && (
        <Section title={t('tags.subjects')}>
          <span className="name-tags">
            {record.subjects.map((subject) => (
              <span className="tag" key={subject.code}>
                {subject.name}
              </span>
            ))}
          </span>
        </Section>
      )}
      <Section title={t('tags.keywords')}>
        <NameTags
          label={t('tags.addKeyword')}
          names={record.keywords}
          most={50}
          removeLabel={(name) => t('tags.removeKeyword', { name })}
          onChange={(keywords) => change({ keywords })}
        />
      </Section>
    </>
  )
}

function namedIn({ document }: StorySnapshot): Named[] {
  const byEntity = new Map<string, Mention[]>()
  for (const mention of mentions(document)) {
    byEntity.set(mention.entity, [...(byEntity.get(mention.entity) ?? []), mention])
  }
  return [...byEntity].flatMap(([entity, places]) => {
    const [first] = places
    return first === undefined ? [] : [{ entity, kind: first.kind, name: first.name, places }]
  })
}

function NamedRow({ entry, session }: { entry: Named; session: StorySession }) {
  const [first] = entry.places
  return (
    <li className="named__row">
      <Icon of={icons[entry.kind]} size={14} />
      <bdi className="grow clip">{entry.name}</bdi>
      <span className="muted numeric">{t('tags.times', { count: entry.places.length })}</span>
      {first !== undefined && (
        <Button
          look="link"
          size="xs"
          aria-label={t('tags.goTo', { name: entry.name })}
          onPress={() => goTo(session.view, first)}
        >
          {t('checks.goTo')}
        </Button>
      )}
    </li>
  )
}
