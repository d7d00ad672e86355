import { DOMSerializer } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import type { StoryId } from '../../storage/model/ids.ts'
import { directionOf } from '../../storage/model/language.ts'
import { schema } from '../../storage/model/schema/index.ts'
import type { StoryVersion } from '../../storage/model/version.ts'
import { useDesk } from '../app/use-desk.ts'
import { formatMoment } from '../i18n/format.ts'
import { t } from '../i18n/translate.ts'
import { versionReason } from '../inspector/history/version-words.ts'
import { Button } from '../ui/Button.tsx'
import { SeverityIcon } from '../ui/Flag.tsx'
import { useStore } from '../ui/store.ts'
import { DamagedStory } from './damaged-story.ts'
import './rebuild-story.css'

/** In place of a sheet whose story cannot be read: what happened, what is safe, and the versions to make it again from. */
export function RebuildStory({ id, message }: { id: StoryId; message: string }) {
  const desk = useDesk()
  const [story] = useState(() => new DamagedStory(desk.bridge, id))
  const offers = useStore(story.offers)
  const preview = useStore(story.preview)
  const about = useRef<HTMLDivElement>(null)
  useEffect(() => {
    about.current?.focus()
    void story.load()
  }, [story])
  const number = preview !== null && preview.document !== null ? preview.number : null
  const rebuild = async (): Promise<void> => {
    if (number === null) return
    const wrong = await story.rebuild(number)
    if (wrong !== null) {
      desk.problem.set(wrong)
      return
    }
    await desk.sessions.open(id)
    desk.toasts.show(t('damaged.rebuilt', { number }))
    await desk.list.load()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void rebuild()
  }
  return (
    <div className="rebuild" onKeyDown={onKeyDown} data-pane="sheet">
      <div className="rebuild__about" role="alert" ref={about} tabIndex={-1}>
        <h1>
          <SeverityIcon tone="stop" size={16} />
          {t('damaged.title')}
        </h1>
        <p>{message}</p>
        <p>{offers?.length === 0 ? t('damaged.noVersions') : t('damaged.safe')}</p>
      </div>
      {offers === null && <p className="muted">{t('damaged.looking')}</p>}
      {offers !== null && offers.length > 0 && (
        <>
          <Versions offers={offers} chosen={preview?.number ?? null} onChoose={(chosen) => void story.choose(chosen)} />
          {preview !== null && (
            <section
              className="rebuild__preview"
              aria-label={t('damaged.preview', { number: preview.number })}
              tabIndex={0}
            >
              {preview.document === null ? (
                <p>{t('damaged.noPreview')}</p>
              ) : (
                <Copy document={preview.document} language={preview.language} />
              )}
            </section>
          )}
          <div className="rebuild__act">
            <Button
              look="primary"
              size="lg"
              isDisabled={number === null}
              shortcut={desk.info.platform === 'darwin' ? '⌘↵' : 'Ctrl+Enter'}
              onPress={() => void rebuild()}
            >
              {t('damaged.rebuild')}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

function Versions(props: {
  offers: readonly StoryVersion[]
  chosen: number | null
  onChoose: (number: number) => void
}) {
  return (
    <RadioGroup
      className="rebuild__versions"
      aria-label={t('damaged.versions')}
      value={props.chosen === null ? null : String(props.chosen)}
      onChange={(value) => props.onChoose(Number(value))}
    >
      {props.offers.map((version) => (
        <RadioField key={version.number} value={String(version.number)}>
          <RadioButton className="rebuild__version">
            <b>{t('damaged.version', { number: version.number, reason: versionReason(version) })}</b>
            <span>{version.by !== '' && t('damaged.by', { name: version.by })}</span>
            <span className="numeric">{formatMoment(new Date(version.at))}</span>
            <span className="numeric">{t('damaged.words', { count: version.words })}</span>
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  )
}

/** The words of a version, to be read and no more. */
function Copy({ document, language }: { document: Node; language: string }) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    place.current?.replaceChildren(DOMSerializer.fromSchema(schema).serializeFragment(document.content))
  }, [document])
  return <div className="rebuild__copy" ref={place} lang={language} dir={directionOf(language)} />
}
