import { useState } from 'react'
import { slugSchema } from '../../../storage/model/record.ts'
import { mayMove, storyStatuses } from '../../../storage/model/status.ts'
import { useDesk } from '../../app/use-desk.ts'
import { rowStateOf, shapes } from '../../desk/row-state.ts'
import type { StorySession } from '../../editor/session.ts'
import { t } from '../../i18n/translate.ts'
import { Choice } from '../../ui/Choice.tsx'
import { EditableText, Properties, Property } from '../../ui/Property.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import { useStore } from '../../ui/store.ts'
import { Section } from '../Section.tsx'
import { useRecord } from '../use-record.ts'
import { BeforePublishing } from './BeforePublishing.tsx'
import { Credits } from './Credits.tsx'
import { DueField } from './DueField.tsx'
import { EmbargoField } from './EmbargoField.tsx'
import { LanguageVersions } from './LanguageVersions.tsx'

const statusNames = {
  draft: 'status.draft',
  in_edit: 'status.inEdit',
  ready: 'status.readyStory',
  published: 'status.published',
  withdrawn: 'status.killed',
} as const

const urgencies = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
const urgencyName = (urgency: (typeof urgencies)[number]): string => t(`record.urgency${urgency}`)

/** The record of the story, edited in place, and what the checks ask for before it can go out. */
export function StoryTab({ session }: { session: StorySession }) {
  return (
    <>
      <RecordSection session={session} />
      <Credits session={session} />
      <LanguageVersions session={session} />
      <BeforePublishing session={session} />
    </>
  )
}

function RecordSection({ session }: { session: StorySession }) {
  const desk = useDesk()
  const { record, change } = useRecord(session)
  const { desks } = useStore(desk.settings)
  const [now] = useState(() => new Date())
  const statuses = storyStatuses.filter((status) => mayMove(record.status, status))
  const deskNames = [...new Set(['', ...desks, record.desk])]
  return (
    <Section title={t('record.story')}>
      <Properties>
        <Property label={t('record.status')}>
          <Choice
            label={t('record.status')}
            rests
            value={record.status}
            options={statuses.map((status) => ({
              value: status,
              words: t(statusNames[status]),
              before: <StatusGlyph shape={shapes[rowStateOf({ status, embargo: null }, now)]} />,
            }))}
            onChange={(status) => change({ status })}
          />
        </Property>
        <Property label={t('record.desk')}>
          <Choice
            label={t('record.desk')}
            rests
            value={record.desk}
            options={deskNames.map((name) => ({ value: name, words: name === '' ? t('record.noDesk') : name }))}
            onChange={(name) => change({ desk: name })}
          />
        </Property>
        <Property label={t('record.urgency')}>
          <Choice
            label={t('record.urgency')}
            rests
            value={urgencies[record.urgency - 1] ?? '5'}
            options={urgencies.map((urgency) => ({ value: urgency, words: urgencyName(urgency) }))}
            onChange={(urgency) => change({ urgency: Number(urgency) })}
          />
        </Property>
        <Property label={t('record.slug')}>
          <span className="field-place" data-field="slug">
            <EditableText
              label={t('record.slug')}
              wire
              value={record.slug}
              placeholder={t('record.none')}
              check={(text) => (slugSchema.safeParse(text.trim()).success ? null : t('record.slugWrong'))}
              onCommit={(text) => change({ slug: slugSchema.parse(text.trim()) })}
            />
          </span>
        </Property>
        <Property label={t('record.versionLine')}>
          <EditableText
            label={t('record.versionLine')}
            value={record.versionLine}
            placeholder={t('record.none')}
            maxLength={80}
            onCommit={(text) => change({ versionLine: text.trim() })}
          />
        </Property>
        <Property label={t('record.due')}>
          <DueField value={record.due} onChange={(due) => change({ due })} />
        </Property>
        <Property label={t('record.embargo')}>
          <EmbargoField value={record.embargo} onChange={(embargo) => change({ embargo })} />
        </Property>
      </Properties>
    </Section>
  )
}
