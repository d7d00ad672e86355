import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import { contextOf } from '../context.ts'
import type { StorySession } from '../session.ts'
import { MarginChip } from './MarginChip.tsx'
import { isSamePlacing, placeNotes } from './place-notes.ts'
import type { PlacedNote } from './place-notes.ts'
import './margin.css'

/** The end margin: speakers, suggestions and missing alt texts, level with what they are about. */
export function Margin({
  session,
  sheet,
  galley,
}: {
  session: StorySession
  sheet: RefObject<HTMLElement | null>
  galley: RefObject<HTMLElement | null>
}) {
  const [placed, setPlaced] = useState<readonly PlacedNote[]>([])
  useEffect(() => {
    const frame = sheet.current
    const page = galley.current
    if (frame === null || page === null) return
    const { view } = session
    const shelf = contextOf(view.state).photos.photos
    let asked = 0
    const look = (): void => {
      asked = 0
      if (view.isDestroyed || !view.dom.isConnected) return
      const fresh = placeNotes(view, frame, page, shelf.get())
      setPlaced((known) => (isSamePlacing(known, fresh) ? known : fresh))
    }
    const ask = (): void => {
      if (asked === 0) asked = requestAnimationFrame(look)
    }
    const sizes = new ResizeObserver(ask)
    sizes.observe(frame)
    sizes.observe(view.dom)
    const leave = [session.subscribe(ask), shelf.subscribe(ask)]
    frame.addEventListener('scroll', ask, { passive: true })
    document.fonts.addEventListener('loadingdone', ask)
    ask()
    return () => {
      cancelAnimationFrame(asked)
      sizes.disconnect()
      for (const stop of leave) stop()
      frame.removeEventListener('scroll', ask)
      document.fonts.removeEventListener('loadingdone', ask)
    }
  }, [session, sheet, galley])
  return placed.map(({ note, top }) => <MarginChip key={note.key} session={session} note={note} top={top} />)
}
