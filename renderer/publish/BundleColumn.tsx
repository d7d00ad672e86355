import { Package } from 'lucide-react'
import type { BundleFormat } from '../../electron/ipc/contract/publishing.ts'
import type { StoryRecord } from '../../storage/model/record.ts'
import { countCharacters } from '../../storage/model/text.ts'
import { formatBytes, formatMoment } from '../i18n/format.ts'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Properties, Property } from '../ui/Property.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { TextField } from '../ui/TextField.tsx'
import { bundleFormats, formatNames, formatNotes } from './formats.ts'
import type { Plan, PublicationKind } from './plan.ts'

const mostOfNote = 280
const kindNames = { update: 'publish.update', correction: 'publish.correction', kill: 'publish.kill' } as const
const noteNames = {
  update: 'publish.updateNote',
  correction: 'publish.correctionNote',
  kill: 'publish.killNote',
} as const
const kinds: readonly PublicationKind[] = ['update', 'correction', 'kill']

/** Where the bundle goes, what is in it, and what it tells those who have the story already. */
export function BundleColumn(props: {
  /** Null for several stories. */
  record: StoryRecord | null
  plan: Plan
  freeBytes: number | null
  onChange: (patch: Partial<Plan>) => void
  onChoose: () => void
}) {
  const { record, plan, onChange } = props
  const last = record?.publications.at(-1)
  const isOutNow = last !== undefined && last.kind !== 'kill'
  const setFormat = (format: BundleFormat, isIn: boolean): void => {
    onChange({ formats: new Set(bundleFormats.filter((other) => (other === format ? isIn : plan.formats.has(other)))) })
  }
  return (
    <div className="publish-bundle" role="region" aria-label={t('publish.bundle')}>
      <section>
        <h3>{t('publish.destination')}</h3>
        <div className="destination">
          <span className="destination__icon">
            <Icon of={Package} size={18} />
          </span>
          <span className="grow">
            <b className="clip">{plan.folder === null ? t('publish.noDestination') : lastPartOf(plan.folder)}</b>
            <span className="muted">
              {props.freeBytes === null
                ? t('publish.thisComputer')
                : t('publish.freeSpace', { size: formatBytes(props.freeBytes) })}
            </span>
          </span>
          <Button size="xs" onPress={props.onChoose}>
            {t('publish.change')}
          </Button>
        </div>
        {plan.folder !== null && (
          <p className="destination__path" dir="ltr">
            {plan.folder}
          </p>
        )}
      </section>
      <section>
        <h3>{t('publish.formats')}</h3>
        {bundleFormats.map((format) => (
          <Checkbox key={format} isSelected={plan.formats.has(format)} onChange={(isIn) => setFormat(format, isIn)}>
            <b>{t(formatNames[format])}</b> <span className="muted">{t(formatNotes[format])}</span>
          </Checkbox>
        ))}
        <Checkbox isSelected={plan.zip} onChange={(zip) => onChange({ zip })}>
          <b>{t('publish.zip')}</b> <span className="muted">{t('publish.zipAbout')}</span>
        </Checkbox>
      </section>
      <section>
        <h3>{t('publish.kind')}</h3>
        {isOutNow ? (
          <Segmented
            fill
            label={t('publish.kind')}
            value={plan.kind}
            segments={kinds.map((kind) => ({ value: kind, words: t(kindNames[kind]) }))}
            onChange={(kind) => onChange({ kind })}
          />
        ) : (
          <p>{t(record === null ? 'publishMany.about' : 'publish.first')}</p>
        )}
        {isOutNow && (
          <div className="publish-bundle__note">
            <TextField
              label={t(noteNames[plan.kind])}
              value={plan.note}
              hint={(text) => t('publish.noteCount', { count: countCharacters(text), limit: mostOfNote })}
              lines
              copy
              {...(record !== null && { lang: record.language })}
              maxLength={1000}
              onType={(note) => onChange({ note })}
              onCommit={(note) => onChange({ note })}
            />
          </div>
        )}
        {isOutNow && plan.kind === 'kill' && (
          <p className="publish-bundle__warning">{t('publish.killWarning', { version: last.version })}</p>
        )}
        <Properties className="publish-bundle__facts">
          {isOutNow && (
            <Property label={t('publish.replaces')}>
              {t('publish.replacesVersion', { version: last.version, time: formatMoment(new Date(last.at)) })}
            </Property>
          )}
          {record !== null && (
            <Property label={t('publish.embargo')}>
              {record.embargo === null ? (
                <span className="muted">{t('record.none')}</span>
              ) : (
                t('publish.embargoUntil', { time: formatMoment(new Date(record.embargo)) })
              )}
            </Property>
          )}
        </Properties>
      </section>
    </div>
  )
}

/** The last part of a folder's path. */
function lastPartOf(folder: string): string {
  return (
    folder
      .split(/[\\/]/u)
      .filter((part) => part !== '')
      .at(-1) ?? folder
  )
}
