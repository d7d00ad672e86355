import { useSnapshot } from '../../app/use-story.ts'
import type { StorySession } from '../../editor/session.ts'
import { formatMoment } from '../../i18n/format.ts'
import { t } from '../../i18n/translate.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { StatusGlyph } from '../../ui/StatusGlyph.tsx'
import './history-tab.css'

const kinds = {
  first: 'history.first',
  update: 'history.update',
  correction: 'history.correction',
  kill: 'history.kill',
} as const
const shapes = { first: 'tick', update: 'tick', correction: 'plus', kill: 'cross' } as const

/** What was published of the story, newest first. */
export function HistoryTab({ session }: { session: StorySession }) {
  const publications = useSnapshot(session, (snapshot) => snapshot.record.publications)
  if (publications.length === 0) return <EmptyState title={t('history.empty')} />
  return (
    <ol className="history" aria-label={t('history.title')}>
      {publications.toReversed().map((publication) => (
        <li key={publication.version}>
          <StatusGlyph shape={shapes[publication.kind]} />
          <span>
            <b>{t('history.version', { version: publication.version })}</b> {t(kinds[publication.kind])}
            <small className="numeric">{formatMoment(new Date(publication.at))}</small>
            {publication.note !== '' && (
              <p dir="auto" className="history__note">
                {publication.note}
              </p>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}
