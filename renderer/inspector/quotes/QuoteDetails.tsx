import { directionOf } from '../../../storage/model/language.ts'
import { quoteKinds, quoteSourceSchema, sourceKinds } from '../../../storage/model/quote.ts'
import type { Occasion, Quote, QuoteSource } from '../../../storage/model/quote.ts'
import { useDesk } from '../../app/use-desk.ts'
import { updateQuotation } from '../../editor/commands/quotations.ts'
import type { QuotePatch } from '../../editor/commands/quotations.ts'
import type { StorySession } from '../../editor/session.ts'
import type { MessageKey } from '../../i18n/catalogue.ts'
import { t } from '../../i18n/translate.ts'
import { Choice } from '../../ui/Choice.tsx'
import { EditableText, Properties, Property } from '../../ui/Property.tsx'
import { languageOptions } from '../story/languages.ts'

const kindNames = {
  direct: 'quotes.kindDirect',
  partial: 'quotes.kindPartial',
  paraphrase: 'quotes.kindParaphrase',
} as const

const occasionNames = {
  to: 'quotes.saidTo',
  where: 'quotes.where',
  when: 'quotes.when',
  event: 'quotes.event',
} as const satisfies Record<keyof Occasion, MessageKey>
const occasionFields = ['to', 'where', 'when', 'event'] as const

/** Everything known of a quotation beside its words, edited in place. */
export function QuoteDetails({ quote, session }: { quote: Quote; session: StorySession }) {
  const change = (patch: QuotePatch): void => {
    const { view } = session
    updateQuotation(quote.id, patch)(view.state, view.dispatch)
  }
  return (
    <Properties className="quote-details">
      <Property label={t('quotes.kind')}>
        <Choice
          label={t('quotes.kind')}
          rests
          value={quote.kind}
          options={quoteKinds.map((kind) => ({ value: kind, words: t(kindNames[kind]) }))}
          onChange={(kind) => change({ kind })}
        />
      </Property>
      <SpeakerFields quote={quote} change={change} />
      {occasionFields.map((field) => (
        <Property key={field} label={t(occasionNames[field])}>
          <EditableText
            label={t(occasionNames[field])}
            value={quote.said[field]}
            placeholder={t('quotes.notKnown')}
            maxLength={500}
            onCommit={(text) => change({ said: { ...quote.said, [field]: text.trim() } })}
          />
        </Property>
      ))}
      <SourceFields quote={quote} change={change} />
      <OriginalFields quote={quote} change={change} />
    </Properties>
  )
}

interface FieldsProps {
  readonly quote: Quote
  readonly change: (patch: QuotePatch) => void
}

/** The speaker by name: one that the authority file knows by exactly this name is bound to it. */
function SpeakerFields({ quote, change }: FieldsProps) {
  const { bridge } = useDesk()
  const { speaker } = quote
  const setName = async (text: string): Promise<void> => {
    const name = text.trim()
    if (name === '') {
      change({ speaker: null })
      return
    }
    const answer = await bridge.names.search({ query: name, kind: 'person', limit: 10 })
    const known = answer.ok ? answer.value.entities.find((entity) => entity.name === name) : undefined
    change({
      speaker: { entity: known?.id ?? null, name, role: known?.role ?? speaker?.role ?? '' },
    })
  }
  return (
    <>
      <Property label={t('quotes.speaker')}>
        <EditableText
          label={t('quotes.speaker')}
          value={speaker?.name ?? ''}
          placeholder={t('quotes.noSpeaker')}
          maxLength={200}
          onCommit={(text) => void setName(text)}
        />
      </Property>
      {speaker !== null && (
        <Property label={t('quotes.role')}>
          <EditableText
            label={t('quotes.role')}
            value={speaker.role}
            placeholder={t('quotes.notKnown')}
            maxLength={200}
            onCommit={(text) => change({ speaker: { ...speaker, role: text.trim() } })}
          />
        </Property>
      )}
    </>
  )
}

const shape = quoteSourceSchema.shape

function SourceFields({ quote, change }: FieldsProps) {
  const { source } = quote
  const set = (patch: Partial<QuoteSource>): void => {
    if (source !== null) change({ source: { ...source, ...patch } })
  }
  return (
    <>
      <Property label={t('quotes.source')}>
        <Choice
          label={t('quotes.source')}
          rests
          value={source?.kind ?? 'none'}
          options={(['none', ...sourceKinds] as const).map((kind) => ({ value: kind, words: t(`source.${kind}`) }))}
          onChange={(kind) =>
            change({ source: kind === 'none' ? null : { title: '', url: null, timecode: null, ...source, kind } })
          }
        />
      </Property>
      {source !== null && (
        <>
          <Property label={t('quotes.sourceTitle')}>
            <EditableText
              label={t('quotes.sourceTitle')}
              value={source.title}
              placeholder={t('quotes.notKnown')}
              maxLength={500}
              onCommit={(text) => set({ title: text.trim() })}
            />
          </Property>
          <Property label={t('quotes.sourceUrl')}>
            <EditableText
              label={t('quotes.sourceUrl')}
              value={source.url ?? ''}
              placeholder={t('quotes.notKnown')}
              dir="ltr"
              check={(text) =>
                text.trim() === '' || shape.url.safeParse(text.trim()).success ? null : t('quotes.sourceUrlWrong')
              }
              onCommit={(text) => set({ url: text.trim() === '' ? null : text.trim() })}
            />
          </Property>
          {source.kind === 'recording' && (
            <Property label={t('quotes.timecode')}>
              <EditableText
                label={t('quotes.timecode')}
                wire
                value={source.timecode ?? ''}
                placeholder={t('quotes.notKnown')}
                dir="ltr"
                check={(text) =>
                  text.trim() === '' || shape.timecode.safeParse(text.trim()).success ? null : t('quotes.timecodeWrong')
                }
                onCommit={(text) => set({ timecode: text.trim() === '' ? null : text.trim() })}
              />
            </Property>
          )}
        </>
      )}
    </>
  )
}

function OriginalFields({ quote, change }: FieldsProps) {
  const { original } = quote
  const languages = languageOptions(original?.language ?? null)
  return (
    <>
      <Property label={t('quotes.original')}>
        <Choice
          label={t('quotes.originalLanguage')}
          rests
          value={original?.language ?? ''}
          options={[{ value: '', words: t('quotes.noOriginal') }, ...languages]}
          onChange={(value) => {
            const language = languages.find((option) => option.value === value)?.value
            change({ original: language === undefined ? null : { words: '', translator: '', ...original, language } })
          }}
        />
      </Property>
      {original !== null && (
        <>
          <Property label={t('quotes.originalWords')}>
            <EditableText
              label={t('quotes.originalWords')}
              value={original.words}
              placeholder={t('quotes.notKnown')}
              lang={original.language}
              dir={directionOf(original.language)}
              lines
              maxLength={10_000}
              onCommit={(text) => change({ original: { ...original, words: text.trim() } })}
            />
          </Property>
          <Property label={t('quotes.translator')}>
            <EditableText
              label={t('quotes.translator')}
              value={original.translator}
              placeholder={t('quotes.notKnown')}
              maxLength={200}
              onCommit={(text) => change({ original: { ...original, translator: text.trim() } })}
            />
          </Property>
        </>
      )}
    </>
  )
}
