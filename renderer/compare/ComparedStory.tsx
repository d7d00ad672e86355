import { FoldVertical } from 'lucide-react'
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import type { StoryComparison } from '../../storage/language/compare-stories.ts'
import { directionOf } from '../../storage/model/language.ts'
import { interfaceDirection, locale } from '../i18n/locale.ts'
import { t } from '../i18n/translate.ts'
import { Icon } from '../ui/Icon.tsx'
import { changesOf } from './changes.ts'
import type { Change, ShownBlock } from './changes.ts'
import { ComparedBlockView } from './ComparedBlockView.tsx'
import type { CompareLayout } from './ComparedBlockView.tsx'
import { foldUnchanged } from './fold.ts'
import './compared-story.css'

export interface ComparedStoryProps {
  readonly comparison: StoryComparison
  /** The language of the story. */
  readonly language: string
  /** The number of the change that is chosen, or null. It is brought into sight. */
  readonly current: number | null
  readonly onChoose: (number: number) => void
  /** Both texts in one (the default), or the older beside the newer. */
  readonly layout?: CompareLayout
  /** What stands in the end margin beside a change. Must keep its identity while it says the same. */
  readonly note?: (change: Change, isCurrent: boolean) => ReactNode
}

/** Two versions of a story as one sheet: words that came in and fell out, numbered in the margin; the rest is folded. */
export function ComparedStory(props: ComparedStoryProps) {
  const { comparison, current, onChoose, note, layout = 'inline' } = props
  const page = useRef<HTMLElement>(null)
  const { blocks } = changesOf(comparison)
  const parts = useMemo(() => foldUnchanged(blocks), [blocks])
  useEffect(() => {
    if (current === null) return
    page.current?.querySelector(`[data-change="${current}"]`)?.scrollIntoView({ block: 'center' })
  }, [current, comparison, layout])
  const choose = (event: MouseEvent): void => {
    const change = event.target instanceof Element ? event.target.closest('[data-change]') : null
    const number = Number(change?.getAttribute('data-change') ?? 0)
    if (number > 0) onChoose(number)
  }
  return (
    <article
      ref={page}
      className={`compared compared--${layout}`}
      lang={props.language}
      dir={directionOf(props.language)}
      onClick={choose}
    >
      {parts.map((part) =>
        part.kind === 'fold' ? (
          <Fold key={`fold ${part.blocks[0]?.index ?? 0}`} blocks={part.blocks} layout={layout} />
        ) : (
          <ComparedBlockView
            key={part.block.index}
            block={part.block}
            current={part.block.changes.some(({ number }) => number === current) ? current : null}
            layout={layout}
            note={note}
          />
        ),
      )}
    </article>
  )
}

const Fold = memo(function Fold({ blocks, layout }: { blocks: readonly ShownBlock[]; layout: CompareLayout }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className="compared__fold"
        lang={locale()}
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen)
        }}
      >
        <Icon of={FoldVertical} size={12} />
        <span dir={interfaceDirection()}>{t('compare.notChanged', { count: blocks.length })}</span>
      </button>
      {isOpen &&
        blocks.map((block) => (
          <ComparedBlockView key={block.index} block={block} current={null} layout={layout} note={undefined} />
        ))}
    </>
  )
})
