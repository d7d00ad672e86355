import { useEffect, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent, ReactNode, Ref } from 'react'
import type { Point } from './ContextMenu.tsx'
import { classes } from './classes.ts'
import { blocksOf, placeOfRow, rowsInSight, topInBlock } from './list-blocks.ts'
import type { Block, ListSection } from './list-blocks.ts'
import './virtual-list.css'

export interface VirtualListHandle {
  focus(): void
  /** Moves the cursor to a row and shows it. */
  moveTo(index: number): void
  /** Shows a row and leaves the cursor where it is. */
  reveal(index: number): void
  /** Where a menu of the row with the cursor begins. */
  cursorPoint(): Point | undefined
}

/** Which of the rows are chosen together. */
export interface ChosenRows<Item> {
  readonly count: number
  readonly has: (item: Item) => boolean
  readonly onToggle: (item: Item) => void
  /** Hears that every row between two places is chosen, the second the one that was gone to. */
  readonly onRange: (from: number, to: number) => void
}

/** Where the cursor was moved to, and while what was open and listed. */
interface Moved {
  readonly id: string | null
  readonly index: number
  readonly while: string | null
  readonly turn: number
}

/** Rows of which not every one is known at any time. */
export interface PartlyKnown<Item> {
  readonly count: number
  at(index: number): Item | undefined
  /** Where an item stands, or -1 when it is not known. */
  indexOf(id: string): number
}

/**
 * A listbox of rows of one height, of which only those in sight are in the page. It is one tab stop; the row with
 * the cursor is its active descendant. `onKey` sees keys first and answers true when it used one.
 */
export function VirtualList<Item extends { readonly id: string }>({
  ref,
  ...props
}: {
  ref?: Ref<VirtualListHandle>
  label: string
  items: readonly Item[] | PartlyKnown<Item>
  rowHeight: number
  /** The item that is open, drawn as selected. */
  selectedId: string | null
  onOpen: (item: Item) => void
  /** Where several rows can be chosen at once: with Shift, Ctrl or Command, and the arrow keys or the pointer. */
  chosen?: ChosenRows<Item>
  /** Hears that a menu is asked for, and at which point of the window. */
  onMenu?: (item: Item, at: Point) => void
  /** The headings that the rows stand under, in order. */
  sections?: readonly ListSection[]
  /** Hears where the arrow keys have moved to. */
  onMove?: (item: Item) => void
  onKey?: (event: KeyboardEvent<HTMLDivElement>, item: Item | null, index: number) => boolean
  /** Hears which rows are in the page, and whether the first row is out of sight. */
  onSight?: (first: number, last: number, isScrolled: boolean) => void
  /** When this changes, the list is read from its beginning. */
  turn?: number
  /** A row that is not known yet, as it is read aloud. */
  placeholder?: string
  /** The row as it is read aloud. */
  describe: (item: Item) => string
  children: (item: Item) => ReactNode
}) {
  const { rowHeight, selectedId, onSight, turn = 0, chosen, sections = [] } = props
  const items = isPartlyKnown(props.items) ? props.items : known(props.items)
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 800 })
  // The cursor is forgotten when another item is opened or something else is listed.
  const [lastMove, setMoved] = useState<Moved | null>(null)
  const moved = lastMove?.while === selectedId && lastMove.turn === turn ? lastMove : null
  const indexOf = (wanted: string | null): number => (wanted === null ? -1 : items.indexOf(wanted))
  const selectedIndex = indexOf(selectedId)
  // The row under the cursor may go away: the one that takes its place has the cursor then.
  const movedTo = indexOf(moved?.id ?? null)
  const place = Math.min(items.count - 1, moved?.index ?? selectedIndex)
  const cursor = Math.max(0, movedTo >= 0 ? movedTo : place)
  const blocks = blocksOf(sections, items.count, rowHeight)

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const measure = (): void => {
      setView({ top: element.scrollTop, height: element.clientHeight })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [])

  const reveal = (index: number): void => {
    const element = scroller.current
    const place = placeOfRow(blocks, index, rowHeight)
    if (element === null || place === null) return
    const { top, heading } = place
    if (top - heading < element.scrollTop) element.scrollTop = top - heading
    else if (top + rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = top + rowHeight - element.clientHeight
  }

  const revealed = useRef<string | null>(null)
  useEffect(() => {
    // Only when another item is opened: rows moving about under the reader must not move the list.
    if (revealed.current === selectedId) return
    revealed.current = selectedId
    reveal(selectedIndex)
  })

  const bounded = (index: number): number => Math.min(items.count - 1, Math.max(0, index))
  const setCursor = (item: Item | undefined, index: number): void => {
    setMoved({ id: item?.id ?? null, index, while: selectedId, turn })
  }
  const moveTo = (wanted: number): void => {
    const index = bounded(wanted)
    const item = items.at(index)
    setCursor(item, index)
    if (item !== undefined) props.onMove?.(item)
    reveal(index)
  }
  const rowId = (index: number): string => `${id}-${index}`
  const cursorPoint = (): Point | undefined => {
    const box = document.getElementById(rowId(cursor))?.getBoundingClientRect()
    return box === undefined ? undefined : { x: box.left + 16, y: box.bottom - 8 }
  }
  useImperativeHandle(ref, () => ({ focus: () => scroller.current?.focus(), moveTo, reveal, cursorPoint }))

  const menuAtCursor = (): void => {
    const item = items.at(cursor)
    const at = cursorPoint()
    if (item !== undefined && at !== undefined) props.onMenu?.(item, at)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const item = items.at(cursor) ?? null
    if (props.onMenu !== undefined && (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10'))) {
      event.preventDefault()
      menuAtCursor()
      return
    }
    if (chosen !== undefined && item !== null && event.key === ' ' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      chosen.onToggle(item)
      return
    }
    if (props.onKey?.(event, item, cursor) === true) {
      event.preventDefault()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor(view.height / rowHeight) - 1)
    const target: Record<string, number> = {
      ArrowDown: cursor + 1,
      j: cursor + 1,
      ArrowUp: cursor - 1,
      k: cursor - 1,
      PageDown: cursor + page,
      PageUp: cursor - page,
      Home: 0,
      End: items.count - 1,
    }
    const next = target[event.key]
    if (next !== undefined) {
      moveTo(next)
      if (event.shiftKey && event.key.length > 1) chosen?.onRange(cursor, bounded(next))
    } else if (event.key === 'Enter' && item !== null) props.onOpen(item)
    else return
    event.preventDefault()
  }

  const press = (event: MouseEvent, item: Item, index: number): void => {
    if (chosen !== undefined && event.shiftKey) {
      setCursor(item, index)
      chosen.onRange(cursor, index)
    } else if (chosen !== undefined && (event.ctrlKey || event.metaKey)) {
      setCursor(item, index)
      chosen.onToggle(item)
    } else props.onOpen(item)
  }

  const inSight = blocks.map((block) => ({ block, rows: rowsInSight(block, view.top, view.height, rowHeight) }))
  const range = inSight.flatMap(({ rows }) => rows)
  const [first, last] = [range[0] ?? 0, range.at(-1) ?? 0]
  const isScrolled = view.top >= rowHeight
  useEffect(() => {
    onSight?.(first, last, isScrolled)
  }, [onSight, first, last, isScrolled])
  useLayoutEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = 0
  }, [turn])

  const row = (block: Block, index: number): ReactNode => {
    const item = items.at(index)
    const isOpen = item !== undefined && item.id === selectedId
    const isChosen = item !== undefined && chosen !== undefined && chosen.count > 0 ? chosen.has(item) : isOpen
    return (
      <div
        key={item?.id ?? `at ${index}`}
        id={rowId(index)}
        className="virtual-list__row"
        role="option"
        aria-selected={isChosen}
        aria-current={isOpen ? true : undefined}
        aria-busy={item === undefined ? true : undefined}
        aria-label={item === undefined ? props.placeholder : undefined}
        aria-setsize={items.count}
        aria-posinset={index + 1}
        data-cursor={index === cursor ? true : undefined}
        style={{ insetBlockStart: topInBlock(block, index, rowHeight), blockSize: rowHeight }}
        onClick={(event) => {
          if (item !== undefined) press(event, item, index)
        }}
        onContextMenu={(event) => {
          if (item === undefined || props.onMenu === undefined) return
          event.preventDefault()
          event.stopPropagation()
          setCursor(item, index)
          scroller.current?.focus()
          props.onMenu(item, { x: event.clientX, y: event.clientY })
        }}
      >
        {item !== undefined && (
          <>
            <span className="visually-hidden">{props.describe(item)}</span>
            <div className="virtual-list__drawn" aria-hidden>
              {props.children(item)}
            </div>
          </>
        )}
      </div>
    )
  }

  const rowsOf = ({ block, rows }: (typeof inSight)[number]): ReactNode => {
    const hasCursor = cursor >= block.first && cursor < block.first + block.count
    const shown = [...rows, ...(hasCursor && !rows.includes(cursor) ? [cursor] : [])].map((index) => row(block, index))
    if (block.section === null || shown.length === 0) return shown
    return (
      <div
        key={`section ${block.section.key}`}
        className="virtual-list__section"
        role="group"
        aria-label={block.section.words}
        style={{ insetBlockStart: block.top, blockSize: block.height }}
      >
        <div className="virtual-list__heading" role="presentation" aria-hidden>
          <bdi className="clip">{block.section.words}</bdi>
          <span className="virtual-list__count">{block.section.note}</span>
        </div>
        {shown}
      </div>
    )
  }

  return (
    <div
      ref={scroller}
      className={classes('virtual-list', (chosen?.count ?? 0) > 0 && 'virtual-list--chosen')}
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-multiselectable={chosen === undefined ? undefined : true}
      aria-activedescendant={items.count > 0 ? rowId(cursor) : undefined}
      onScroll={(event) => {
        setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })
      }}
      onKeyDown={onKeyDown}
    >
      <div
        className="virtual-list__space"
        role="presentation"
        style={{ blockSize: blocks.reduce((sum, { height }) => sum + height, 0) }}
      >
        {inSight.map(rowsOf)}
      </div>
    </div>
  )
}

function isPartlyKnown<Item>(items: readonly Item[] | PartlyKnown<Item>): items is PartlyKnown<Item> {
  return 'count' in items
}

function known<Item extends { readonly id: string }>(items: readonly Item[]): PartlyKnown<Item> {
  return {
    count: items.length,
    at: (index) => (index < 0 ? undefined : items[index]),
    indexOf: (id) => items.findIndex((item) => item.id === id),
  }
}
