import type { StorySession } from '../../editor/session.ts'
import { t } from '../../i18n/translate.ts'
import { EditableText, Properties, Property } from '../../ui/Property.tsx'
import { Section } from '../Section.tsx'
import { NameTags } from '../NameTags.tsx'
import { useRecord } from '../use-record.ts'
import { DatelineField } from './DatelineField.tsx'

/** Who wrote the story, where it was filed from, who edited it and who reads it again. */
export function Credits({ session }: { session: StorySession }) {
  const { record, change } = useRecord(session)
  return (
    <Section title={t('record.credits')}>
      <Properties>
        <Property label={t('record.byline')}>
          <span className="field-place" data-field="byline">
            <NameTags
              label={t('record.addByline')}
              names={record.byline}
              most={20}
              removeLabel={(name) => t('record.removeByline', { name })}
              onChange={(byline) => change({ byline })}
            />
          </span>
        </Property>
        <Property label={t('record.dateline')}>
          <DatelineField value={record.dateline} onChange={(dateline) => change({ dateline })} />
        </Property>
        <Property label={t('record.editor')}>
          <EditableText
            label={t('record.editor')}
            value={record.editor}
            placeholder={t('record.notAssigned')}
            maxLength={200}
            onCommit={(text) => change({ editor: text.trim() })}
          />
        </Property>
        <Property label={t('record.secondRead')}>
          <EditableText
            label={t('record.secondRead')}
            value={record.secondReader}
            placeholder={t('record.notAssigned')}
            maxLength={200}
            onCommit={(text) => change({ secondReader: text.trim() })}
          />
        </Property>
      </Properties>
    </Section>
  )
}
