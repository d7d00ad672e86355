import { useEffect, useMemo } from 'react'
import { Button as Pressable } from 'react-aria-components'
import { nativeName } from '../../../storage/model/language.ts'
import { useDesk } from '../../app/use-desk.ts'
import { LanguageCode } from '../../desk/LanguageCode.tsx'
import type { StorySession } from '../../editor/session.ts'
import { languageName } from '../../i18n/format.ts'
import { t } from '../../i18n/translate.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Flag } from '../../ui/Flag.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useStore } from '../../ui/store.ts'
import { Section } from '../Section.tsx'
import { useRecord } from '../use-record.ts'
import { LanguageShelf } from './language-shelf.ts'
import type { ShelfEntry } from './language-shelf.ts'
import { languageOptions } from './languages.ts'
import './language-versions.css'

/** The story in its languages: which is the source, and how far each of the others is behind it. */
export function LanguageVersions({ session }: { session: StorySession }) {
  const desk = useDesk()
  const { record, change } = useRecord(session)
  const shelf = useMemo(() => new LanguageShelf(desk, session.id), [desk, session.id])
  useEffect(() => shelf.follow(), [shelf])
  const entries = useStore(shelf.entries)
  const others = entries.filter(({ id }) => id !== session.id)
  const own = entries.find(({ id }) => id === session.id)
  const taken = new Set([record.language, ...others.map(({ language }) => language)])
  const free = languageOptions(null).filter(({ value }) => !taken.has(value))
  return (
    <Section
      title={t('languages.title')}
      act={
        <Menu
          label={t('languages.addLabel')}
          entries={free.map(({ value, words }) => ({ id: value, words, run: () => void shelf.create(value) }))}
        >
          <Button look="link" size="xs" aria-label={t('languages.addLabel')}>
            {t('languages.add')}
          </Button>
        </Menu>
      }
    >
      <ul className="language-versions">
        {sorted(entries, session.id).map((entry) =>
          entry === null ? (
            <li key={session.id} className="language-row" data-field="language">
              <LanguageCode tag={record.language} />
              <Choice
                label={t('record.languageOf')}
                rests
                value={record.language}
                options={languageOptions(record.language)}
                onChange={(language) => change({ language })}
              />
              {others.length > 0 && own !== undefined && <StateOf entry={own} />}
            </li>
          ) : (
            <li key={entry.id} className="language-row">
              <LanguageCode tag={entry.language} />
              <Pressable
                className="language-row__name"
                aria-label={t('languages.open', { language: languageName(entry.language), state: stateWords(entry) })}
                onPress={() => void desk.sessions.open(entry.id)}
              >
                <bdi lang={entry.language}>{nativeName(entry.language)}</bdi>
              </Pressable>
              <StateOf entry={entry} />
            </li>
          ),
        )}
      </ul>
      {own !== undefined && own.behind > 0 && (
        <div className="language-versions__acts">
          <Button size="sm" onPress={() => void shelf.showChanges()}>
            {t('languages.whatChanged')}
          </Button>
          <Button look="ghost" size="sm" onPress={() => void shelf.bringInLine()}>
            {t('languages.inLine')}
          </Button>
        </div>
      )}
    </Section>
  )
}

/** The source first, the story of this window in its place among the others as `null`, or alone while nothing is known. */
function sorted(entries: readonly ShelfEntry[], id: string): readonly (ShelfEntry | null)[] {
  const shown = entries.map((entry) => (entry.id === id ? null : entry))
  return shown.includes(null) ? shown : [null, ...shown]
}

function StateOf({ entry }: { entry: ShelfEntry }) {
  if (entry.isSource) return <span className="muted">{stateWords(entry)}</span>
  return <Flag tone={entry.behind === 0 ? 'ok' : 'warn'}>{stateWords(entry)}</Flag>
}

function stateWords({ isSource, behind }: ShelfEntry): string {
  if (isSource) return t('languages.source')
  return behind === 0 ? t('languages.current') : t('languages.behind', { count: behind })
}
