import { StoryListPane } from '../desk/StoryListPane.tsx'
import { TrashPane } from '../desk/TrashPane.tsx'
import { t } from '../i18n/translate.ts'
import { Inspector } from '../inspector/Inspector.tsx'
import { classes } from '../ui/classes.ts'
import { Splitter } from '../ui/Splitter.tsx'
import { useStore } from '../ui/store.ts'
import { Toasts } from '../ui/Toasts.tsx'
import { SheetPane } from './SheetPane.tsx'
import { useDesk, useOpenSession } from './use-desk.ts'

const listBounds = { min: 260, max: 480 } as const
const inspectorBounds = { min: 300, max: 480 } as const

/** The three panes and the dividers between them. `isBehind` keeps them as they are, out of sight. */
export function Panes({ isBehind }: { isBehind: boolean }) {
  const desk = useDesk()
  const { window: frame } = desk
  const remembered = useStore(frame.remembered)
  const isNarrow = useStore(frame.isNarrow)
  const isDrawerOpen = useStore(frame.isDrawerOpen)
  const isFocusMode = useStore(frame.isFocusMode)
  const isTrashShown = useStore(desk.trash.isShown)
  const session = useOpenSession()
  const isListShown = remembered.isListShown && !isFocusMode
  const isInspectorShown = session !== null && (isNarrow ? isDrawerOpen : remembered.isInspectorShown && !isFocusMode)
  return (
    <div className={classes('panes', isBehind && 'panes--behind')} inert={isBehind}>
      {isListShown ? (
        <nav className="pane pane--list" id="pane-list" data-pane="list" aria-label={t('pane.stories')}>
          {isTrashShown ? <TrashPane /> : <StoryListPane />}
          <Splitter
            label={t('pane.listWidth')}
            controls="pane-list"
            side="before"
            size={remembered.listWidth ?? widthToken('--pane-list')}
            {...listBounds}
            onResize={(listWidth) => frame.remembered.update((state) => ({ ...state, listWidth }))}
          />
        </nav>
      ) : (
        <span />
      )}
      <main className="pane pane--sheet" aria-label={t('pane.story')} data-focus-mode={isFocusMode}>
        <SheetPane />
        {!isBehind && <Toasts queue={desk.toasts} label={t('toast.region')} />}
      </main>
      {isInspectorShown && (
        <aside
          className="pane pane--inspector"
          id="pane-inspector"
          data-pane="inspector"
          aria-label={t('pane.inspector')}
        >
          {!isNarrow && (
            <Splitter
              label={t('pane.inspectorWidth')}
              controls="pane-inspector"
              side="after"
              size={remembered.inspectorWidth ?? widthToken('--pane-inspector')}
              {...inspectorBounds}
              onResize={(inspectorWidth) => frame.remembered.update((state) => ({ ...state, inspectorWidth }))}
            />
          )}
          <Inspector key={session.id} session={session} />
        </aside>
      )}
    </div>
  )
}

/** The width that a pane starts with at this size of window, in CSS pixels. */
function widthToken(name: string): number {
  return Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue(name), 10)
}
