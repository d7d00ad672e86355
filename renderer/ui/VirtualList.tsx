import { useEffect, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { visibleRange } from './visible-range.ts'
import './virtual-list.css'

export interface VirtualListHandle {
  focus(): void
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
  items: readonly Item[]
  rowHeight: number
  /** The item that is open, drawn as selected. */
  selectedId: string | null
  onOpen: (item: Item) => void
  /** Hears where the arrow keys have moved to. */
  onMove?: (item: Item) => void
  onKey?: (event: KeyboardEvent<HTMLDivElement>, item: Item | null) => boolean
  /** The row as it is read aloud. */
  describe: (item: Item) => string
  children: (item: Item) => ReactNode
}) {
  const { items, rowHeight, selectedId } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 800 })
  // The cursor is forgotten when another item is opened.
  const [moved, setMoved] = useState<{ id: string; index: number; while: string | null } | null>(null)
  const cursorId = moved?.while === selectedId ? moved.id : null
  const indexOf = (wanted: string | null): number =>
    wanted === null ? -1 : items.findIndex((item) => item.id === wanted)
  const selectedIndex = indexOf(selectedId)
  // The row under the cursor may go away: the one that takes its place has the cursor then.
  const movedTo = cursorId === null ? -1 : indexOf(cursorId)
  const place = Math.min(items.length - 1, moved?.while === selectedId ? moved.index : selectedIndex)
  const cursor = Math.max(0, movedTo >= 0 ? movedTo : place)

  useImperativeHandle(ref, () => ({ focus: () => scroller.current?.focus() }), [])

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
    const bounded = Math.min(items.length - 1, Math.max(0, index))
    const item = items[bounded]
    setMoved(item === undefined ? null : { id: item.id, index: bounded, while: selectedId })
    if (item !== undefined) props.onMove?.(item)
    reveal(bounded)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const item = items[cursor] ?? null
    if (props.onKey?.(event, item) === true) {
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
      End: items.length - 1,
    }
    const next = target[event.key]
    if (next !== undefined) moveTo(next)
    else if (event.key === 'Enter' && item !== null) props.onOpen(item)
    else return
    event.preventDefault()
  }

  const range = visibleRange(view.top, view.height, rowHeight, items.length)
  const shown = [...range, ...(items.length > 0 && !range.includes(cursor) ? [cursor] : [])]
  return (
    <div
      ref={scroller}
      className="virtual-list"
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-activedescendant={items.length > 0 ? `${id}-${cursor}` : undefined}
      onScroll={(event) => {
        setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })
      }}
      onKeyDown={onKeyDown}
    >
      <div className="virtual-list__space" role="presentation" style={{ blockSize: items.length * rowHeight }}>
        {shown.map((index) => {
          const item = items[index]
          if (item === undefined) return null
          return (
            <div
              key={item.id}
              id={`${id}-${index}`}
              className="virtual-list__row"
              role="option"
              aria-selected={item.id === selectedId}
              aria-setsize={items.length}
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
