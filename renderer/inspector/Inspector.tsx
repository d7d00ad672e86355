import { countFindings } from '../app/live-checks.ts'
import { useDesk } from '../app/use-desk.ts'
import { useWorkedOut } from '../app/use-story.ts'
import { inspectorTabs } from '../app/window-state.ts'
import type { InspectorTab } from '../app/window-state.ts'
import { suggestionsIn } from '../editor/plugins/suggestions.ts'
import { quoteIndex } from '../editor/queries/quote-index.ts'
import type { StorySession, StorySnapshot } from '../editor/session.ts'
import { formatNumber } from '../i18n/format.ts'
import { t } from '../i18n/translate.ts'
import { useStore } from '../ui/store.ts'
import { Tabs } from '../ui/Tabs.tsx'
import type { TabOf } from '../ui/Tabs.tsx'
import { CaptionsTab } from './captions/CaptionsTab.tsx'
import { ChecksTab } from './checks/ChecksTab.tsx'
import { HistoryTab } from './history/HistoryTab.tsx'
import { QuotesTab } from './quotes/QuotesTab.tsx'
import { StoryTab } from './story/StoryTab.tsx'
import { TagsTab } from './tags/TagsTab.tsx'
import './inspector.css'

const names = {
  story: 'inspector.story',
  captions: 'inspector.captions',
  quotes: 'inspector.quotes',
  tags: 'inspector.tags',
  checks: 'inspector.checks',
  history: 'inspector.history',
} as const

/** Everything known of the open story beside its copy. */
export function Inspector({ session }: { session: StorySession }) {
  const desk = useDesk()
  const tab = useStore(desk.window.tab)
  const checked = useStore(desk.checks.checked)
  const { quotes, suggested } = useWorkedOut(session, countQuotes)
  const findings = checked === null ? 0 : countFindings(checked.findings)
  const toFix = findings === 0 ? 0 : findings.error + findings.warning
  const tabs = inspectorTabs.map((value): TabOf<InspectorTab> => {
    const plain = { value, words: t(names[value]) }
    if (value === 'quotes' && quotes + suggested > 0) {
      const count = formatNumber(quotes + suggested)
      return { ...plain, count, countName: t('inspector.quotesCount', { count, suggested }) }
    }
    if (value === 'checks' && toFix > 0)
      return { ...plain, count: formatNumber(toFix), countName: t('inspector.findingsCount', { count: toFix }) }
    return plain
  })
  return (
    <Tabs label={t('inspector.tabs')} tabs={tabs} value={tab} onChange={(value) => desk.window.tab.set(value)}>
      <TabBody tab={tab} session={session} />
    </Tabs>
  )
}

function countQuotes({ document }: StorySnapshot, session: StorySession) {
  return { quotes: quoteIndex(document).size, suggested: suggestionsIn(session.view.state).length }
}

function TabBody({ tab, session }: { tab: InspectorTab; session: StorySession }) {
  switch (tab) {
    case 'story':
      return <StoryTab session={session} />
    case 'captions':
      return <CaptionsTab session={session} />
    case 'quotes':
      return <QuotesTab session={session} />
    case 'tags':
      return <TagsTab session={session} />
    case 'checks':
      return <ChecksTab session={session} />
    case 'history':
      return <HistoryTab session={session} />
  }
}
