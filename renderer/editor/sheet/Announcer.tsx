import type { EditorState } from 'prosemirror-state'
import { quoteTable } from '../../../storage/model/quotations.ts'
import { mentionAttributesSchema } from '../../../storage/model/schema/marks/mention.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { t } from '../../i18n/translate.ts'
import { suggestionAt } from '../commands/popovers.ts'
import { quoteAt } from '../queries/quote-at.ts'
import { quoteIndex } from '../queries/quote-index.ts'
import { quoteStateOf } from '../../../storage/language/quote-state.ts'
import type { StorySession } from '../session.ts'
import { useSession } from '../use-session.ts'

/** Says aloud which quotation or name the caret has come into, for those who do not see the line under it. */
export function Announcer({ session }: { session: StorySession }) {
  const words = useSession(session, (_snapshot, state) => describe(state))
  return (
    <p className="visually-hidden" role="status">
      {words}
    </p>
  )
}

function describe(state: EditorState): string {
  const id = quoteAt(state)
  const quote = id === null ? undefined : quoteTable(state.doc)[id]
  if (id !== null && quote !== undefined) {
    const speaker = quote.speaker?.name ?? t('editor.chip.noSpeaker')
    const state_ = t(`editor.state.${quoteStateOf(quote, quoteIndex(state.doc).get(id) ?? [])}`)
    return t('editor.says.quote', { speaker, state: state_ })
  }
  const { $head } = state.selection
  const mark = schema.marks.mention.isInSet($head.nodeBefore?.marks ?? $head.nodeAfter?.marks ?? [])
  if (mark !== undefined) {
    const { kind, name } = mentionAttributesSchema.parse(mark.attrs)
    return t('editor.says.mention', { name, kind: t(`editor.kind.${kind}`) })
  }
  return suggestionAt(state, $head.pos) === null ? '' : t('editor.says.suggestion')
}
