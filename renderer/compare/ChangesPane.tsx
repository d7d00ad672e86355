import { TriangleAlert, Undo2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useDesk } from '../app/use-desk.ts'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Properties, Property } from '../ui/Property.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { useStore } from '../ui/store.ts'
import { VirtualList } from '../ui/VirtualList.tsx'
import { ChangeWords, aboutChange, spokenChange } from './ChangeWords.tsx'
import { filtered } from './compare-desk.ts'
import type { Compared, Side } from './compare-desk.ts'
import { recordWords } from './record-words.ts'
import { restoreCompared } from './restore-compared.ts'

const rowHeight = 56

/** Every change as a list, and what differs in sum. */
export function ChangesPane({ compared, from }: { compared: Compared; from: Side }) {
  const desk = useDesk()
  const { compare } = desk
  const current = useStore(compare.current)
  const filter = useStore(compare.filter)
  const { changes, comparison } = compared
  const shown = filtered(changes, filter)
  const items = shown.map((described) => ({ id: String(described.change.number), described }))
  const beside = recordWords(comparison.record)
  const onKey = (event: KeyboardEvent, item: (typeof items)[number] | null): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false
    if (event.key !== 'Delete' && event.key !== 'Backspace' && event.key.toLowerCase() !== 't') return false
    return item !== null && compare.takeBack(item.described.change.number)
  }
  return (
    <div className="changes-pane">
      <div className="compare__head">
        <h2>{t('compare.changes')}</h2>
        <span className="grow" />
        <Segmented
          label={t('compare.kindOfChange')}
          value={filter}
          segments={[
            { value: 'all', words: t('compare.filter.all', { count: changes.length }) },
            { value: 'facts', words: t('compare.filter.facts', { count: filtered(changes, 'facts').length }) },
            { value: 'quotes', words: t('compare.filter.quotes', { count: filtered(changes, 'quotes').length }) },
          ]}
          onChange={(value) => compare.filter.set(value)}
        />
      </div>
      {items.length > 0 ? (
        <VirtualList
          label={t('compare.changes')}
          items={items}
          rowHeight={rowHeight}
          selectedId={current === null ? null : String(current)}
          onOpen={({ described }) => compare.current.set(described.change.number)}
          onKey={onKey}
          describe={({ described }) => spokenChange(described)}
        >
          {({ described }) => (
            <div className="change-row" data-current={described.change.number === current}>
              <span className="change-row__number">{described.change.number}</span>
              <div className="change-row__body">
                <p className="change-words clip" dir="auto">
                  <ChangeWords described={described} />
                </p>
                <p className="change-row__about clip">{aboutChange(described)}</p>
              </div>
              {described.quote === 'verified' && (
                <span className="severity severity--warn">
                  <Icon of={TriangleAlert} size={14} />
                </span>
              )}
            </div>
          )}
        </VirtualList>
      ) : (
        <div className="changes-pane__none">
          <EmptyState title={t(changes.length === 0 ? 'compare.noChanges' : 'compare.noneOfKind')} />
        </div>
      )}
      <div className="changes-pane__sum">
        <Properties>
          <Property label={t('compare.words')}>
            <span className="numeric">
              {t('compare.wordCounts', { added: comparison.added, removed: comparison.removed })}
            </span>
          </Property>
          {beside.length > 0 && (
            <Property label={t('compare.beside')}>
              <ul className="changes-pane__beside">
                {beside.map((phrase) => (
                  <li key={phrase}>
                    <bdi>{phrase}</bdi>
                  </li>
                ))}
              </ul>
            </Property>
          )}
        </Properties>
        {from !== 'now' && (
          <div className="changes-pane__acts">
            <Button icon={Undo2} onPress={() => restoreCompared(desk)}>
              {t('compare.restore', { version: from })}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}
