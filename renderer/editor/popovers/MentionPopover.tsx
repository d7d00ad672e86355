import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { entityKinds } from '../../../storage/model/entity.ts'
import type { Entity, EntityKind } from '../../../storage/model/entity.ts'
import { mentionAttributesSchema } from '../../../storage/model/schema/marks/mention.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { t } from '../../i18n/translate.ts'
import { Key } from '../../ui/Key.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { tagMention } from '../commands/mentions.ts'
import { closePopover } from '../commands/popovers.ts'
import { contextOf } from '../context.ts'
import { heldWords, hold } from '../plugins/held-words.ts'
import type { Held } from '../plugins/held-words.ts'
import type { PopoverPlace } from './popover-place.ts'
import { NameField } from './NameField.tsx'
import type { NameOption } from './NameField.tsx'
import { kindIcon } from './speaker-options.tsx'
import { useNames } from './use-names.ts'
import { WordsPopover } from './WordsPopover.tsx'

const kindKeys = { person: 'P', place: 'L', organisation: 'O' } as const

interface MentionOption extends NameOption {
  /** Null for adding what was typed. */
  readonly entity: Entity | null
}

/** Binds words to a person, place or organisation of the authority file, or to a new entry of it. */
export function MentionPopover(props: PopoverPlace & { held: Extract<Held, { kind: 'mention' | 'link' }> }) {
  const { session, held } = props
  const { view } = session
  const { bridge, isMac, notify } = contextOf(view.state)
  const [before] = useState(() => mentionIn(view.state, held.ranges[0]))
  const [name, setName] = useState(() => before?.name ?? textOf(view.state, held.ranges))
  const [kind, setKind] = useState<EntityKind>(before?.kind ?? 'person')
  const [active, setActive] = useState(0)
  const found = useNames(bridge, name, null)
  const options = optionsFor(name, kind, found)

  const leave = (): void => {
    closePopover(view.state, view.dispatch)
    view.focus()
  }

  const tag = async (option: MentionOption | undefined): Promise<void> => {
    if (option === undefined || name.trim() === '') return
    let { entity } = option
    if (entity === null) {
      const answer = await bridge.names.add({ kind, name: name.trim(), role: '' })
      if (!answer.ok) {
        notify(answer.error.message)
        return
      }
      entity = answer.value
    }
    const now = heldWords(view.state)
    const [first] = now?.ranges ?? []
    if (view.isDestroyed || first === undefined) return
    const tagged = tagMention(view.state, { from: first.from, to: now?.ranges.at(-1)?.to ?? first.to }, entity)
    if (tagged !== null) view.dispatch(hold(tagged, null))
    leave()
  }

  const untag = (): void => {
    const transaction = view.state.tr
    for (const range of held.ranges) transaction.removeMark(range.from, range.to, schema.marks.mention)
    view.dispatch(hold(transaction, null))
    leave()
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target as Element
    const isOnKind = target.closest('.segmented') !== null
    if (event.key === 'Enter' && (target instanceof HTMLInputElement || isOnKind)) {
      event.preventDefault()
      event.stopPropagation()
      void tag(options[active])
      return
    }
    const chosen = isOnKind
      ? entityKinds.find((candidate) => kindKeys[candidate] === event.key.toUpperCase())
      : undefined
    if (chosen !== undefined) setKind(chosen)
  }

  return (
    <WordsPopover
      {...props}
      isNarrow
      title={t('editor.mention.tag')}
      onKeyDown={onKeyDown}
      hints={[
        { shortcut: isMac ? '↵' : 'Enter', words: t('editor.mention.doTag') },
        ...(before === null ? [] : [{ shortcut: isMac ? '⌫' : 'Backspace', words: t('editor.mention.untag') }]),
        { shortcut: isMac ? 'esc' : 'Esc', words: t('editor.popover.close') },
      ]}
    >
      <NameField
        label={t('editor.mention.name')}
        text={name}
        onType={(text) => {
          setName(text)
          setActive(0)
        }}
        options={options}
        active={active}
        onActive={setActive}
        onChoose={(index) => void tag(options[index])}
        onEmptyBackspace={before === null ? leave : untag}
      />
      <div className="form-row">
        <span className="form-row__label">{t('editor.mention.newIs')}</span>
        <div>
          <Segmented
            label={t('editor.mention.newIs')}
            value={kind}
            onChange={setKind}
            segments={entityKinds.map((candidate) => ({
              value: candidate,
              words: (
                <>
                  {t(`editor.kind.${candidate}`)} <Key>{kindKeys[candidate]}</Key>
                </>
              ),
            }))}
          />
        </div>
      </div>
    </WordsPopover>
  )
}

function optionsFor(typed: string, kind: EntityKind, found: readonly Entity[]): MentionOption[] {
  const known = found.map((entity) => ({
    key: entity.id,
    icon: kindIcon(entity.kind),
    name: entity.name,
    entity,
    words: (
      <>
        <b dir="auto">{entity.name}</b> <span className="muted">{entity.role}</span>
      </>
    ),
  }))
  const query = typed.trim()
  const isKnown = found.some((entity) => entity.name === query && entity.kind === kind)
  if (query === '' || isKnown) return known
  return [
    ...known,
    { key: 'new', icon: Plus, name: null, entity: null, words: t(`editor.mention.add.${kind}`, { name: query }) },
  ]
}

type State = Parameters<typeof heldWords>[0]

function mentionIn(state: State, range: { from: number } | undefined): { name: string; kind: EntityKind } | null {
  if (range === undefined) return null
  const mark = schema.marks.mention.isInSet(state.doc.nodeAt(range.from)?.marks ?? [])
  return mark === undefined ? null : mentionAttributesSchema.parse(mark.attrs)
}

function textOf(state: State, ranges: readonly { readonly from: number; readonly to: number }[]): string {
  return ranges
    .map((range) => state.doc.textBetween(range.from, range.to))
    .join(' ')
    .slice(0, 200)
}
