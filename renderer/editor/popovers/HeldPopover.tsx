import { heldWords } from '../plugins/held-words.ts'
import type { Held } from '../plugins/held-words.ts'
import { useSession } from '../use-session.ts'
import { LinkPopover } from './LinkPopover.tsx'
import { MentionPopover } from './MentionPopover.tsx'
import type { PopoverPlace } from './popover-place.ts'
import { PhotoPopover } from './PhotoPopover.tsx'
import { QuotePopover } from './QuotePopover.tsx'

/** The popover that is open over the sheet, if one is. */
export function HeldPopover(place: PopoverPlace) {
  const held = useSession(place.session, (_snapshot, state) => heldWords(state))
  if (held === null) return null
  switch (held.kind) {
    case 'quote':
      return <QuotePopover key={subjectOf(held)} {...place} held={held} />
    case 'mention':
      return <MentionPopover {...place} held={held} />
    case 'link':
      return <LinkPopover {...place} held={held} />
    case 'photo':
      return <PhotoPopover {...place} held={held} />
  }
}

/** Another subject is another form; the same one stays open while the text around it changes. */
function subjectOf(held: Extract<Held, { kind: 'quote' }>): string {
  return held.id ?? held.suggestion?.words ?? 'selection'
}
