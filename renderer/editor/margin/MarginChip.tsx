import { BadgeCheck, CircleDashed, Plus, TriangleAlert } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { Command } from 'prosemirror-state'
import { t } from '../../i18n/translate.ts'
import { Icon } from '../../ui/Icon.tsx'
import { classes } from '../../ui/classes.ts'
import { openPhotoAt, openQuotation, openSuggestion, suggestionAt } from '../commands/popovers.ts'
import type { QuoteState } from '../../../storage/language/quote-state.ts'
import type { StorySession } from '../session.ts'
import type { MarginNote } from './notes.ts'
import { shortName } from './short-name.ts'

const stateIcons: Readonly<Record<QuoteState, LucideIcon>> = {
  verified: BadgeCheck,
  changed: TriangleAlert,
  unverified: CircleDashed,
}

/** One note of the margin: it opens what it is about. */
export function MarginChip({ session, note, top }: { session: StorySession; note: MarginNote; top: number }) {
  const look = appearance(note)
  return (
    <button
      type="button"
      className={classes('margin-chip', `margin-chip--${note.kind}`, note.isOn && 'is-on')}
      style={{ insetBlockStart: top }}
      aria-label={look.name.startsWith(look.words) ? look.name : `${look.words}: ${look.name}`}
      onClick={() => {
        const { view } = session
        open(note, session)(view.state, view.dispatch)
      }}
    >
      <span className={classes('margin-chip__icon', note.kind === 'quote' && `is-${note.state}`)}>
        <Icon of={look.icon} size={12} />
      </span>
      <span className="clip" dir="auto">
        {look.words}
      </span>
      {look.name !== look.words && <span className="visually-hidden">{look.name}</span>}
    </button>
  )
}

function appearance(note: MarginNote): { icon: LucideIcon; words: string; name: string } {
  switch (note.kind) {
    case 'quote': {
      const speaker = note.speaker ?? t('editor.chip.noSpeaker')
      return {
        icon: stateIcons[note.state],
        words: note.speaker === null ? speaker : shortName(speaker),
        name: t('editor.says.quote', { speaker, state: t(`editor.state.${note.state}`) }),
      }
    }
    case 'suggestion':
      return { icon: Plus, words: t('editor.tagQuote'), name: t('editor.tagQuote') }
    case 'alt':
      return { icon: TriangleAlert, words: t('editor.chip.alt'), name: t('editor.chip.altMissing') }
  }
}

function open(note: MarginNote, session: StorySession): Command {
  switch (note.kind) {
    case 'quote':
      return openQuotation(note.id)
    case 'suggestion': {
      const suggestion = suggestionAt(session.view.state, note.pos)
      return suggestion === null ? () => false : openSuggestion(suggestion)
    }
    case 'alt':
      return openPhotoAt(note.pos)
  }
}
