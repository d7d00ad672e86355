import { ArrowDown, ArrowRight, ArrowUp, X } from 'lucide-react'
import { useDesk } from '../app/use-desk.ts'
import { t } from '../i18n/translate.ts'
import type { NowFacts } from '../inspector/history/row-words.ts'
import { Choice } from '../ui/Choice.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { useStore } from '../ui/store.ts'
import { filtered } from './compare-desk.ts'
import type { Compared, Side } from './compare-desk.ts'
import { sideLabel } from './side-words.ts'

/** Which versions are compared, how they are laid out, and which change is chosen. */
export function CompareBar(props: {
  sides: { readonly from: Side; readonly to: Side } | null
  compared: Compared | null
  now: NowFacts | null
}) {
  const { sides, compared, now } = props
  const desk = useDesk()
  const { compare, commands } = desk
  const layout = useStore(compare.layout)
  const filter = useStore(compare.filter)
  const current = useStore(compare.current)
  const shown = compared === null ? [] : filtered(compared.changes, filter)
  const at = shown.findIndex(({ change }) => change.number === current)
  return (
    <div className="compare-bar" data-pane="tools" role="toolbar" aria-label={t('compare.bar')}>
      {sides !== null && (
        <>
          <SidePick side="from" chosen={sides.from} other={sides.to} now={now} />
          <span className="compare-bar__arrow">
            <Icon of={ArrowRight} size={14} />
          </span>
          <SidePick side="to" chosen={sides.to} other={sides.from} now={now} />
        </>
      )}
      <span className="grow" />
      <Segmented
        label={t('compare.layout')}
        value={layout}
        segments={[
          { value: 'inline', words: t('compare.inline') },
          { value: 'side_by_side', words: t('compare.sideBySide') },
        ]}
        onChange={(value) => compare.layout.set(value)}
      />
      {shown.length > 0 && (
        <span className="compare-bar__count" role="status">
          {t('compare.position', { at: Math.max(0, at) + 1, count: shown.length })}
        </span>
      )}
      <IconButton
        icon={ArrowUp}
        size={14}
        label={t('command.previousChange')}
        shortcut={commands.shortcut('previous-change')}
        isDisabled={shown.length === 0}
        onPress={() => compare.go(-1)}
      />
      <IconButton
        icon={ArrowDown}
        size={14}
        label={t('command.nextChange')}
        shortcut={commands.shortcut('next-change')}
        isDisabled={shown.length === 0}
        onPress={() => compare.go(1)}
      />
      <IconButton icon={X} size={14} label={t('compare.close')} shortcut="Esc" onPress={() => void compare.close()} />
    </div>
  )
}

function SidePick(props: { side: 'from' | 'to'; chosen: Side; other: Side; now: NowFacts | null }) {
  const { side, chosen, other, now } = props
  const desk = useDesk()
  const { versions } = useStore(desk.versions.state)
  const all: readonly Side[] = ['now', ...versions.map(({ number }) => number)]
  const options = all
    .filter((version) => version !== other && !(side === 'from' && version === 'now'))
    .map((version) => ({ value: String(version), words: sideLabel(version, versions, now) }))
  const label = t(side === 'from' ? 'compare.from' : 'compare.to')
  return (
    <span className="compare-bar__pick" data-side={side}>
      <span className="compare-bar__side" aria-hidden>
        {label}
      </span>
      <Choice
        label={label}
        value={String(chosen)}
        options={options}
        onChange={(value) => compareSide(value, (version) => desk.compare.choose(side, version))}
        rests
        placement="bottom start"
      />
    </span>
  )
}

function compareSide(value: string, choose: (side: Side) => void): void {
  choose(value === 'now' ? 'now' : Number(value))
}
