import { directionOf } from '../../storage/model/language.ts'
import type { StorySummary } from '../../storage/model/summary.ts'
import { formatListMoment, formatNumber, languageName } from '../i18n/format.ts'
import { t } from '../i18n/translate.ts'
import { Flag } from '../ui/Flag.tsx'
import { StatusGlyph } from '../ui/StatusGlyph.tsx'
import { LanguageCode } from './LanguageCode.tsx'
import { dueWords } from './due-words.ts'
import { partsOf } from './excerpt-parts.ts'
import type { Excerpt } from './excerpt-parts.ts'
import { rowStateOf, shapes, stateName } from './row-state.ts'
import './story-row.css'

/** One story of the list: what it is and how it stands, in three lines. */
export function StoryRow({
  story,
  now,
  excerpt,
  onDrag,
}: {
  story: StorySummary
  now: Date
  /** Where the words that are searched for stand in it, while there are any. */
  excerpt?: Excerpt
  /** The row is being dragged out of the list. */
  onDrag: () => void
}) {
  const state = rowStateOf(story, now)
  const due = dueWords(story, now)
  return (
    <div
      className="story-row"
      data-state={state}
      data-searched={excerpt === undefined ? undefined : true}
      draggable
      onDragStart={(event) => {
        event.preventDefault()
        onDrag()
      }}
    >
      <div className="story-row__top">
        <StatusGlyph shape={shapes[state]} />
        <span className="story-row__slug" dir="ltr">
          {story.slug}
        </span>
        <LanguageCode tag={story.language} />
        <time dateTime={story.updated}>{formatListMoment(new Date(story.updated), now)}</time>
      </div>
      <div className="story-row__headline" lang={story.language} dir={directionOf(story.language)}>
        {story.headline === '' ? <span className="muted">{t('desk.noHeadline')}</span> : story.headline}
      </div>
      {excerpt !== undefined && (
        <div className="story-row__excerpt" lang={story.language} dir={directionOf(story.language)}>
          {partsOf(excerpt).map(({ at, text, isMarked }) =>
            isMarked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
          )}
        </div>
      )}
      <div className="story-row__meta">
        {story.desk !== '' && (
          <>
            <bdi className="clip">{story.desk}</bdi>
            <Dot />
          </>
        )}
        <span>{stateName(state, story.embargo, now)}</span>
        {due !== null && (
          <>
            <Dot />
            <span className="numeric">{due}</span>
          </>
        )}
        <Dot />
        <span className="numeric">{t('desk.words', { count: story.words })}</span>
        <span className="story-row__findings">
          {story.errors > 0 && <Flag tone="stop">{formatNumber(story.errors)}</Flag>}
          {story.warnings > 0 && <Flag tone="warn">{formatNumber(story.warnings)}</Flag>}
        </span>
      </div>
    </div>
  )
}

function Dot() {
  return <span className="story-row__dot" aria-hidden />
}

/** A row as it is read aloud: headline, slug, state, findings, language, time. */
export function describeRow(story: StorySummary, now: Date): string {
  const findings = [
    ...(story.errors > 0 ? [t('count.blocking', { count: story.errors })] : []),
    ...(story.warnings > 0 ? [t('count.warnings', { count: story.warnings })] : []),
  ]
  return t('desk.row', {
    headline: story.headline === '' ? t('desk.noHeadline') : story.headline,
    slug: story.slug,
    state: [stateName(rowStateOf(story, now), story.embargo, now), dueWords(story, now)]
      .filter((words) => words !== null)
      .join(', '),
    findings: findings.length === 0 ? t('desk.noFindings') : findings.join(', '),
    language: languageName(story.language),
    time: formatListMoment(new Date(story.updated), now),
  })
}
