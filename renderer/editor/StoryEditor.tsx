import 'prosemirror-gapcursor/style/gapcursor.css'
import 'prosemirror-view/style/prosemirror.css'
import { useLayoutEffect, useRef } from 'react'
import { t } from '../i18n/translate.ts'
import { FindBar } from './find/FindBar.tsx'
import { HeldPopover } from './popovers/HeldPopover.tsx'
import { Margin } from './margin/Margin.tsx'
import type { StorySession } from './session.ts'
import { Announcer } from './sheet/Announcer.tsx'
import { Byline } from './sheet/Byline.tsx'
import { FieldLabels } from './sheet/FieldLabels.tsx'
import { SlugLine } from './sheet/SlugLine.tsx'
import { ToolStrip } from './strip/ToolStrip.tsx'
import './sheet/sheet.css'
import './sheet/marks.css'
import './sheet/figure.css'

export interface StoryEditorProps {
  readonly session: StorySession
  /** Present when the window has a focus mode to switch. */
  readonly onFocusMode?: () => void
  readonly isFocusMode?: boolean
  /** Which version of the story this is, as the tool strip says it. */
  readonly versionWords?: string
}

/** The middle pane: the tool strip, and the sheet with the galley, its margins, and the popovers over it. */
export function StoryEditor(props: StoryEditorProps) {
  const { session } = props
  const sheet = useRef<HTMLDivElement>(null)
  const galley = useRef<HTMLDivElement>(null)
  const copy = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const place = copy.current
    const { dom } = session.view
    place?.append(dom)
    // A new story is there to be written: its headline takes the keys.
    if (session.view.state.doc.textContent === '') session.view.focus()
    return () => dom.remove()
  }, [session])
  return (
    <div className="story-editor">
      {props.isFocusMode !== true && <ToolStrip {...props} />}
      <FindBar session={session} />
      <div className="sheet" data-pane="sheet" ref={sheet} role="group" aria-label={t('editor.sheetPane')}>
        <div className="galley" ref={galley}>
          <SlugLine session={session} />
          <div ref={copy} />
          <FieldLabels session={session} />
          <Byline session={session} />
          <Margin session={session} sheet={sheet} galley={galley} />
          <HeldPopover session={session} sheet={sheet} galley={galley} />
        </div>
        <Announcer session={session} />
      </div>
    </div>
  )
}
