import { Check, HardDrive, Languages, LoaderCircle } from 'lucide-react'
import { Button as Pressable } from 'react-aria-components'
import { wordCount } from '../../storage/model/text.ts'
import { CompareFacts } from '../compare/CompareFacts.tsx'
import { suggestionsIn } from '../editor/plugins/suggestions.ts'
import { paragraphAt } from '../editor/queries/blocks.ts'
import { quoteIndex } from '../editor/queries/quote-index.ts'
import type { Safety, StorySession, StorySnapshot } from '../editor/session.ts'
import { formatExactTime, formatNumber, languageName } from '../i18n/format.ts'
import { t } from '../i18n/translate.ts'
import { MovingInLine } from '../moving-in/MovingInLine.tsx'
import { Flag } from '../ui/Flag.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useStore } from '../ui/store.ts'
import { IndexingStatus } from './IndexingStatus.tsx'
import { countFindings } from './live-checks.ts'
import { useDesk, useOpenSession } from './use-desk.ts'
import { useSnapshot, useWorkedOut } from './use-story.ts'
import './status-bar.css'

/** Words a reader reads in a minute. */
const readingSpeed = 200

/** The line at the foot: what the story weighs, that everything is on this computer, whether it is saved, what is left to fix. */
export function StatusBar() {
  const desk = useDesk()
  const session = useOpenSession()
  const comparing = useStore(desk.compare.state)
  return (
    <footer className="status-bar" data-pane="status" aria-label={t('status.line')}>
      {comparing !== null ? (
        <CompareFacts comparing={comparing} />
      ) : session === null ? (
        <span>{t('status.ready')}</span>
      ) : (
        <StoryFacts session={session} />
      )}
      <span className="grow" />
      <MovingInLine />
      <IndexingStatus />
      <span className="status-bar__item">
        <Icon of={HardDrive} size={12} />
        <span className="wide-only">{t('status.offline')}</span>
        <span className="narrow-only">{t('status.offlineShort')}</span>
      </span>
      {session !== null && (
        <>
          <SafetyOf session={session} />
          <FindingCounts />
        </>
      )}
    </footer>
  )
}

function factsOf({ document, selection }: StorySnapshot, session: StorySession) {
  return {
    words: wordCount(document),
    paragraph: paragraphAt(document, selection.from),
    quotes: quoteIndex(document).size,
    suggested: suggestionsIn(session.view.state).length,
  }
}

function StoryFacts({ session }: { session: StorySession }) {
  const desk = useDesk()
  const { words, paragraph, quotes, suggested } = useWorkedOut(session, factsOf)
  const language = useSnapshot(session, (snapshot) => snapshot.record.language)
  const tab = useStore(desk.window.tab)
  return (
    <>
      <span>{t('status.words', { count: words })}</span>
      <span>{t('status.minutes', { count: formatNumber(Math.max(1, Math.round(words / readingSpeed))) })}</span>
      <span className="status-bar__item">
        <Icon of={Languages} size={12} />
        {languageName(language)}
      </span>
      <span className="muted wide-only">
        {tab === 'quotes'
          ? t('status.quotes', { tagged: quotes, suggested })
          : paragraph.index > 0
            ? t('status.paragraph', { index: paragraph.index, count: paragraph.count })
            : t('status.paragraphs', { count: paragraph.count })}
      </span>
    </>
  )
}

function SafetyOf({ session }: { session: StorySession }) {
  const safety = useSnapshot(session, (snapshot) => snapshot.safety)
  return (
    <span className="status-bar__item" role="status" data-safety={safety.state}>
      <SafetyWords safety={safety} />
    </span>
  )
}

function SafetyWords({ safety }: { safety: Safety }) {
  switch (safety.state) {
    case 'saved':
      return (
        <>
          <span className="status-bar__tick">
            <Icon of={Check} size={12} />
          </span>
          {t('status.saved', { time: formatExactTime(new Date(safety.at)) })}
          {safety.warning !== null && (
            <span title={safety.warning}>
              <Flag tone="warn">{t('saving.behind')}</Flag>
            </span>
          )}
        </>
      )
    case 'saving':
      return (
        <>
          <Icon of={LoaderCircle} size={12} />
          {t('status.saving')}
        </>
      )
    case 'failing':
    case 'refused':
      return <Flag tone="stop">{t('status.failing')}</Flag>
  }
}

function FindingCounts() {
  const desk = useDesk()
  const checked = useStore(desk.checks.checked)
  if (checked === null) return null
  const { error, warning } = countFindings(checked.findings)
  return (
    <Pressable className="status-bar__findings" onPress={() => desk.window.showTab('checks')}>
      {error > 0 && <Flag tone="stop">{t('count.blocking', { count: error })}</Flag>}
      {warning > 0 && <Flag tone="warn">{t('count.warnings', { count: warning })}</Flag>}
      {error + warning === 0 && <Flag tone="ok">{t('count.nothing')}</Flag>}
      <span className="visually-hidden">{t('status.findings')}</span>
    </Pressable>
  )
}
