import { Search, Trash2, X } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ClipboardEvent, DragEvent, KeyboardEvent, RefObject } from 'react'
import { focusSearch } from '../app/focus-panes.ts'
import { countFindings } from '../app/live-checks.ts'
import { useDesk } from '../app/use-desk.ts'
import { t } from '../i18n/translate.ts'
import { UnreadableStories } from '../recovery/UnreadableStories.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Key } from '../ui/Key.tsx'
import type { MenuEntry } from '../ui/Menu.tsx'
import { useStore } from '../ui/store.ts'
import { VirtualList } from '../ui/VirtualList.tsx'
import type { VirtualListHandle } from '../ui/VirtualList.tsx'
import type { StoryId } from '../../storage/model/ids.ts'
import type { StorySummary } from '../../storage/model/summary.ts'
import { ActMenus } from './ActMenus.tsx'
import { ListHead } from './ListHead.tsx'
import { NameSearchDialog } from './NameSearchDialog.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { Attention } from './attention.ts'
import { countLanguages, countStates, countsOfView, countsToChooseFrom, sumOf } from './count-stories.ts'
import { sectionsOf } from './list-groups.ts'
import { takeListKey } from './list-keys.ts'
import { isEmptyDesk, isNarrowed } from './list-state.ts'
import type { ListState } from './list-state.ts'
import { placeOf } from './row-cache.ts'
import { actedOn } from './selection.ts'
import { dragStories } from './drag-stories.ts'
import { StatusChips } from './StatusChips.tsx'
import { StoryRow, describeRow } from './StoryRow.tsx'
import { TypeAhead } from './type-ahead.ts'
import { useNow } from './use-now.ts'
import type { ActMenu } from './story-acts.ts'
import { useSavedSearches } from './use-saved-searches.ts'
import { viewName, viewsOf } from './views.ts'
import type { View } from './views.ts'
import { ViewTabs } from './ViewTabs.tsx'
import './story-list-pane.css'

const rowHeight = 66
const searchedRowHeight = 84

type LiveSummary = Pick<StorySummary, 'id' | 'errors' | 'warnings'>

/** The story list: saved searches, search, statuses and the stories. Files dropped and text pasted on it are imported. */
export function StoryListPane() {
  const desk = useDesk()
  const now = useNow()
  const state = useStore(desk.list.state)
  const current = useStore(desk.sessions.current)
  const { desks } = useStore(desk.settings)
  const live = useLiveSummary()
  const savedSearches = useSavedSearches()
  const naming = useStore(desk.naming)
  const isSelecting = useIsSelecting()
  const [isDropping, setDropping] = useState(false)
  const choosable = countsToChooseFrom(state.counts, state)
  const inView = countsOfView(state.counts, state.view)
  const views = viewsOf(state.counts, desks)
  const isEmpty = isEmptyDesk(state)

  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    setDropping(false)
    void desk.imports.files([...event.dataTransfer.files])
  }
  const onPaste = (event: ClipboardEvent): void => {
    if (event.target instanceof HTMLInputElement) return
    event.preventDefault()
    void desk.imports.clipboard(event.clipboardData)
  }
  return (
    <div
      className="story-list-pane"
      onDragOver={(event) => {
        event.preventDefault()
        setDropping(event.dataTransfer.types.includes('Files'))
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget))
          setDropping(false)
      }}
      onDrop={onDrop}
      onPaste={onPaste}
    >
      <ViewTabs
        views={views}
        value={state.view}
        onChange={(view) => desk.list.change({ view, statuses: new Set() })}
        more={savedSearches}
      />
      <SearchField query={state.query} />
      {state.problems.map(({ from, sentence }) => (
        <p key={`${from} ${sentence}`} className="search-problem" role="status">
          {sentence}
        </p>
      ))}
      {!isEmpty && (
        <>
          <StatusChips
            counts={countStates(choosable)}
            total={sumOf(choosable)}
            chosen={state.statuses}
            onChange={(statuses) => desk.list.change({ statuses })}
          />
          {isSelecting ? (
            <SelectionBar />
          ) : (
            <ListHead
              state={state}
              languages={countLanguages(inView)}
              withFindings={sumOf(inView.filter(({ findings }) => findings))}
              onChange={(change) => desk.list.change(change)}
              onNews={() => void desk.list.load()}
            />
          )}
        </>
      )}
      {state.total > 0 ? (
        <Rows
          state={state}
          live={live}
          views={views}
          searches={savedSearches}
          now={now}
          selectedId={current.state === 'none' ? null : current.id}
          label={viewName(state.view)}
        />
      ) : (
        <NothingListed isEmptyDesk={isEmpty} />
      )}
      <UnreadableStories />
      <div className="trash-foot">
        <Button look="ghost" size="sm" icon={Trash2} onPress={() => desk.commands.run('show-trash')}>
          {t('trash.title')}
        </Button>
      </div>
      <ActMenus />
      {naming !== null && <NameSearchDialog search={naming} onClose={() => desk.naming.set(null)} />}
      {isDropping && <div className="drop-hint">{t('desk.drop')}</div>}
    </div>
  )
}

/** Whether the bar of the acts stands in place of the head of the list. */
function useIsSelecting(): boolean {
  const desk = useDesk()
  const { ids } = useStore(desk.selection.state)
  return useStore(desk.acts.underWay) !== null || ids.size > 0
}

/** The counts of the open story as the checks of this window know them, fresher than those of the library. */
function useLiveSummary(): LiveSummary | null {
  const desk = useDesk()
  const checked = useStore(desk.checks.checked)
  if (checked === null) return null
  const { error, warning } = countFindings(checked.findings)
  return { id: checked.record.id, errors: error, warnings: warning }
}

function Rows(props: {
  state: ListState
  live: LiveSummary | null
  views: readonly View[]
  searches: readonly MenuEntry[]
  now: Date
  selectedId: StoryId | null
  label: string
}) {
  const desk = useDesk()
  const { rows, excerpts, total, turn, groups, grouping } = props.state
  const selection = useStore(desk.selection.state)
  const isSearching = excerpts.size > 0
  const list = useRef<VirtualListHandle>(null)
  const [attention] = useState(() => new Attention((isBusy) => desk.list.setBusy(isBusy)))
  const [typeAhead] = useState(() => new TypeAhead((beginning, after) => desk.list.placeOfBeginning(beginning, after)))
  const onSight = useCallback(
    (first: number, last: number, isScrolled: boolean) => {
      desk.list.look(first, last)
      attention.set('scrolled', isScrolled)
    },
    [desk, attention],
  )
  useEffect(() => () => attention.end(), [attention])
  useOpenStoryInSight(props.selectedId, list)
  const openMenu = (offers: ActMenu['offers'], id: StoryId, at: ActMenu['at'] | undefined): void => {
    if (at !== undefined) desk.acts.menu.set({ offers, ids: actedOn(selection, id), at })
  }
  const onKey = (event: KeyboardEvent<HTMLDivElement>, story: StorySummary | null, index: number): boolean =>
    takeListKey(event, story, index, {
      list: desk.list,
      selection: desk.selection,
      acts: desk.acts,
      typeAhead,
      views: props.views,
      searches: props.searches,
      focusSearch,
      openMenu: (offers, id) => openMenu(offers, id, list.current?.cursorPoint()),
      moveTo: (place) => list.current?.moveTo(place),
    })
  return (
    <div
      className="story-list-pane__rows"
      onPointerEnter={() => attention.set('pointer', true)}
      onPointerLeave={() => attention.set('pointer', false)}
      onFocus={() => attention.set('focus', true)}
      onBlur={() => attention.set('focus', false)}
    >
      <VirtualList
        ref={list}
        label={props.label}
        items={{
          count: total,
          at: (index: number) => {
            const story = rows.get(index)
            return story !== undefined && story.id === props.live?.id ? { ...story, ...props.live } : story
          },
          indexOf: (id: string) => placeOf(rows, id),
        }}
        rowHeight={isSearching ? searchedRowHeight : rowHeight}
        selectedId={props.selectedId}
        turn={turn}
        placeholder={t('desk.rowLoading')}
        onSight={onSight}
        chosen={{
          count: selection.ids.size,
          has: ({ id }) => selection.ids.has(id),
          onToggle: ({ id }) => desk.selection.toggle(id),
          onRange: (from, to) => void desk.selection.extend(from, to),
        }}
        sections={sectionsOf(groups, grouping)}
        onMenu={(story, at) => openMenu('all', story.id, at)}
        onOpen={(story) => {
          desk.selection.clear()
          void desk.sessions.open(story.id)
        }}
        onKey={onKey}
        describe={(story) => describeRow(story, props.now)}
      >
        {(story) => (
          <StoryRow
            story={story}
            now={props.now}
            onDrag={() => void dragStories(actedOn(selection, story.id), desk)}
            {...(isSearching && { excerpt: excerpts.get(story.id) ?? { text: '', marks: [] } })}
          />
        )}
      </VirtualList>
    </div>
  )
}

/** Shows the row of a story that is opened from elsewhere, wherever in the list it stands. */
function useOpenStoryInSight(id: StoryId | null, list: RefObject<VirtualListHandle | null>): void {
  const desk = useDesk()
  const shown = useRef<StoryId | null>(null)
  useEffect(() => {
    if (shown.current === id) return
    shown.current = id
    if (id === null || placeOf(desk.list.state.get().rows, id) >= 0) return
    void desk.list.placeOf(id).then((place) => {
      if (place !== null && shown.current === id) list.current?.reveal(place)
    })
  }, [desk, id, list])
}

function SearchField({ query }: { query: string }) {
  const desk = useDesk()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="search-field" role="search">
      <Icon of={Search} size={14} />
      <input
        ref={input}
        type="search"
        dir="auto"
        aria-label={t('desk.search')}
        placeholder={t('desk.search')}
        value={query}
        onChange={(event) => desk.list.search(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && query !== '') {
            event.stopPropagation()
            event.preventDefault()
            desk.list.search('')
          } else if (event.key === 'ArrowDown') {
            event.preventDefault()
            event.currentTarget.closest('[data-pane]')?.querySelector<HTMLElement>('[role="listbox"]')?.focus()
          }
        }}
      />
      {query === '' ? (
        <Key>/</Key>
      ) : (
        <IconButton
          icon={X}
          size={12}
          label={t('desk.clearSearch')}
          shortcut="esc"
          onPress={() => {
            desk.list.search('')
            input.current?.focus()
          }}
        />
      )}
    </div>
  )
}

function NothingListed({ isEmptyDesk }: { isEmptyDesk: boolean }) {
  const desk = useDesk()
  const state = useStore(desk.list.state)
  if (state.phase === 'loading') return null
  if (state.phase === 'failed') {
    return (
      <EmptyState
        title={t('desk.failed')}
        act={<Button onPress={() => void desk.list.load()}>{t('sheet.tryAgain')}</Button>}
      />
    )
  }
  if (isEmptyDesk) {
    return (
      <div className="story-list-pane__empty">
        <EmptyState title={t('desk.empty')}>{t('desk.emptyAbout')}</EmptyState>
      </div>
    )
  }
  return (
    <EmptyState
      title={nothingWords(state.query, state.view)}
      act={
        isNarrowed(state) ? (
          <Button
            size="sm"
            onPress={() => desk.list.change({ view: 'all', statuses: new Set(), language: null, findings: false })}
          >
            {t('desk.searchAll')}
          </Button>
        ) : undefined
      }
    />
  )
}

function nothingWords(query: string, view: string): string {
  if (query === '') return t('desk.noneInView', { view: viewName(view) })
  return view === 'all' ? t('desk.noMatchAnywhere', { query }) : t('desk.noMatch', { query, view: viewName(view) })
}
