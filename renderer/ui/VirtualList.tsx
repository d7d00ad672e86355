import { useEffect, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { visibleRange } from './visible-range.ts'
import './virtual-list.css'

export interface VirtualListHandle {
  focus(): void
  /** Moves the cursor to a row and shows it. */
  moveTo(index: number): void
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
  const { rowHeight, selectedId, onSight, turn = 0 } = props
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
    if (element === null || index < 0) return
    const top = index * rowHeight
    if (top < element.scrollTop) element.scrollTop = top
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

  const moveTo = (index: number): void => {
    const bounded = Math.min(items.count - 1, Math.max(0, index))
    const item = items.at(bounded)
    setMoved({ id: item?.id ?? null, index: bounded, while: selectedId, turn })
    if (item !== undefined) props.onMove?.(item)
    reveal(bounded)
  }
  useImperativeHandle(ref, () => ({ focus: () => scroller.current?.focus(), moveTo }))

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const item = items.at(cursor) ?? null
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
    if (next !== undefined) moveTo(next)
    else if (event.key === 'Enter' && item !== null) props.onOpen(item)
    else return
    event.preventDefault()
  }

  const range = visibleRange(view.top, view.height, rowHeight, items.count)
  const [first, last] = [range[0] ?? 0, range.at(-1) ?? 0]
  const isScrolled = view.top >= rowHeight
  useEffect(() => {
    onSight?.(first, last, isScrolled)
  }, [onSight, first, last, isScrolled])
  useLayoutEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = 0
  }, [turn])
  const shown = [...range, ...(items.count > 0 && !range.includes(cursor) ? [cursor] : [])]
  return (
    <div
      ref={scroller}
      className="virtual-list"
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-activedescendant={items.count > 0 ? `${id}-${cursor}` : undefined}
      onScroll={(event) => {
        setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })
      }}
      onKeyDown={onKeyDown}
    >
      <div className="virtual-list__space" role="presentation" style={{ blockSize: items.count * rowHeight }}>
        {shown.map((index) => {
          const item = items.at(index)
          if (item === undefined) {
            return (
              <div
                key={`at ${index}`}
                id={`${id}-${index}`}
                className="virtual-list__row"
                role="option"
                aria-selected={false}
                aria-busy
                aria-label={props.placeholder}
                aria-setsize={items.count}
                aria-posinset={index + 1}
                data-cursor={index === cursor ? true : undefined}
                style={{ insetBlockStart: index * rowHeight, blockSize: rowHeight }}
              />
            )
          }
          return (
            <div
              key={item.id}
              id={`${id}-${index}`}
              className="virtual-list__row"
              role="option"
              aria-selected={item.id === selectedId}
              aria-setsize={items.count}
              aria-posinset={index + 1}
              data-cursor={index === cursor ? true : undefined}
              style={{ insetBlockStart: index * rowHeight, blockSize: rowHeight }}
              onClick={() => {
                props.onOpen(item)
              }}
            >
              <span className="visually-hidden">{props.describe(item)}</span>
              <div className="virtual-list__drawn" aria-hidden>
                {props.children(item)}
              </div>
            </div>
          )
        })}
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
