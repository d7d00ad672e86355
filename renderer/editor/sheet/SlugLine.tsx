import { t } from '../../i18n/translate.ts'
import type { StorySession } from '../session.ts'
import { useSession } from '../use-session.ts'

/** The slug over the story, named in the margin. */
export function SlugLine({ session }: { session: StorySession }) {
  const slug = useSession(session, (snapshot) => snapshot.record.slug)
  return (
    <div className="galley__slug">
      <span className="galley__label galley__label--slug">{t('editor.label.slug')}</span>
      <span dir="ltr">{slug}</span>
    </div>
  )
}
