import { countCharacters } from '../../../storage/model/text.ts'
import { t } from '../../i18n/translate.ts'
import { contextOf } from '../context.ts'
import type { StorySession } from '../session.ts'
import { isSameFlat, useSession } from '../use-session.ts'

/** The names of headline and standfirst in the start margin, and how long they are against the house limit in the end margin. */
export function FieldLabels({ session }: { session: StorySession }) {
  const { headline, standfirst } = useSession(
    session,
    ({ document }) => ({ headline: document.child(0).textContent, standfirst: document.child(1).textContent }),
    isSameFlat,
  )
  const limits = contextOf(session.view.state).limits()
  return (
    <>
      <span className="galley__label galley__label--headline">{t('editor.label.headline')}</span>
      <Count field="headline" text={headline} limit={limits.headline} />
      <span className="galley__label galley__label--standfirst">{t('editor.label.standfirst')}</span>
      <Count field="standfirst" text={standfirst} limit={limits.standfirst} />
    </>
  )
}

function Count({ field, text, limit }: { field: 'headline' | 'standfirst'; text: string; limit: number }) {
  const count = countCharacters(text)
  return (
    <span className={`galley__count galley__count--${field}`} data-over={count > limit}>
      {t('editor.count', { count, limit })}
    </span>
  )
}
