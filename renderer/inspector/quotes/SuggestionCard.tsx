import { Plus } from 'lucide-react'
import { directionOf } from '../../../storage/model/language.ts'
import { goTo } from '../../app/go-to.ts'
import { useSnapshot } from '../../app/use-story.ts'
import { openSuggestion } from '../../editor/commands/popovers.ts'
import { refuseSuggestion } from '../../editor/plugins/suggestions.ts'
import type { Suggestion } from '../../editor/plugins/suggestions-from.ts'
import type { StorySession } from '../../editor/session.ts'
import { t } from '../../i18n/translate.ts'
import { Button } from '../../ui/Button.tsx'

/** Words that look like somebody's: tag them, or say that they are not. */
export function SuggestionCard({ suggestion, session }: { suggestion: Suggestion; session: StorySession }) {
  const language = useSnapshot(session, (snapshot) => snapshot.record.language)
  const { view } = session
  const [first] = suggestion.runs
  return (
    <li className="quote-card">
      <button
        type="button"
        className="quote-card__words"
        onClick={() => {
          if (first !== undefined) goTo(view, first)
        }}
      >
        <span lang={language} dir={directionOf(language)}>
          {suggestion.words}
        </span>
      </button>
      <p className="quote-card__speaker">
        {suggestion.speaker === null ? (
          <span className="muted">{suggestion.mention ?? t('quotes.noSpeaker')}</span>
        ) : (
          <b>
            <bdi>{suggestion.speaker}</bdi>
          </b>
        )}
      </p>
      <div className="quote-card__acts">
        <Button
          size="xs"
          icon={Plus}
          onPress={() => {
            view.focus()
            openSuggestion(suggestion)(view.state, view.dispatch)
          }}
        >
          {t('quotes.tag')}
        </Button>
        <Button look="ghost" size="xs" onPress={() => view.dispatch(refuseSuggestion(view.state.tr, suggestion))}>
          {t('quotes.notAQuote')}
        </Button>
      </div>
    </li>
  )
}
