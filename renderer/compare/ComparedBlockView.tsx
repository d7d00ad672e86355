import { memo, useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { t } from '../i18n/translate.ts'
import { classes } from '../ui/classes.ts'
import type { Change, ShownBlock } from './changes.ts'
import { wordlessName } from './place-words.ts'
import { labelsOnLines } from './line-labels.ts'

export type CompareLayout = 'inline' | 'side_by_side'
type Side = 'both' | 'older' | 'newer'
type Note = ((change: Change, isCurrent: boolean) => ReactNode) | undefined

interface BlockProps {
  readonly block: ShownBlock
  /** The change that is chosen, when it is in this block. */
  readonly current: number | null
  readonly layout: CompareLayout
  readonly note: Note
}

/** One block of two versions, with the numbers of its changes in the margin. */
export const ComparedBlockView = memo(function ComparedBlockView({ block, current, layout, note }: BlockProps) {
  if (layout === 'inline') {
    return (
      <div className="compared__block">
        <Words block={block} side="both" current={current} note={note} />
      </div>
    )
  }
  const chosen = block.changes.find(({ number }) => number === current)
  return (
    <div className="compared__block compared__pair">
      {block.before === null ? <span /> : <Words block={block} side="older" current={current} note={undefined} />}
      {block.after === null ? <span /> : <Words block={block} side="newer" current={current} note={undefined} />}
      {chosen !== undefined && note !== undefined && <div className="compared__pair-note">{note(chosen, true)}</div>}
    </div>
  )
})

const tags: Readonly<Record<string, 'h2' | 'h3'>> = { headline: 'h2', subhead: 'h3' }

function Words(props: { block: ShownBlock; side: Side; current: number | null; note: Note }) {
  const { block, side, current, note } = props
  const element = useRef<HTMLHeadingElement & HTMLParagraphElement>(null)
  const Tag = tags[block.compared.type] ?? 'p'
  const carriesNumbers = side !== 'newer' || block.before === null
  useLayoutEffect(() => {
    const words = element.current
    if (words === null || !carriesNumbers || block.changes.length < 2) return
    // Not told of while the block is out of sight and not laid out, so that long stories cost what is seen of them.
    const observer = new ResizeObserver(() => {
      labelsOnLines(words)
    })
    observer.observe(words)
    return () => {
      observer.disconnect()
    }
  }, [block, carriesNumbers])
  return (
    <Tag ref={element} className={`compared__words compared__words--${block.compared.type}`} dir="auto">
      {block.compared.type === 'rule' && block.changes.length === 0 && <span className="compared__rule" />}
      {block.parts.map((part, index) =>
        typeof part === 'string' ? (
          <span key={index}>{part}</span>
        ) : (
          <ChangedPart
            key={index}
            change={part}
            type={block.compared.type}
            side={side}
            isCurrent={part.number === current}
            hasNumber={carriesNumbers}
            note={note}
          />
        ),
      )}
    </Tag>
  )
}

function ChangedPart(props: {
  change: Change
  type: string
  side: Side
  isCurrent: boolean
  hasNumber: boolean
  note: Note
}) {
  const { change, side, isCurrent } = props
  const { number, kind, deleted, inserted } = change
  const wordless = deleted + inserted === '' ? wordlessName(props.type) : ''
  return (
    <span className={classes('compared__change', isCurrent && 'is-current')} data-change={number}>
      {props.hasNumber && (
        <span className="compared__number" data-number={number} aria-hidden>
          {number}
        </span>
      )}
      {props.note?.(change, isCurrent)}
      <span className="compared__both">
        {kind === 'form' ? (
          <>
            <span className="compared__form">{inserted}</span>
            <span className="visually-hidden"> {t('compare.formChanged')}</span>
          </>
        ) : (
          <>
            {side !== 'newer' && (deleted !== '' || (kind === 'removed' && wordless !== '')) && (
              <del>{deleted === '' ? wordless : deleted}</del>
            )}
            {side !== 'older' && (inserted !== '' || (kind === 'added' && wordless !== '')) && (
              <ins>{inserted === '' ? wordless : inserted}</ins>
            )}
          </>
        )}
      </span>
    </span>
  )
}
