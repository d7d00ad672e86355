import { Layers, ListFilter } from 'lucide-react'
import type { LanguageTag } from '../../storage/model/language.ts'
import { formatNumber, languageName } from '../i18n/format.ts'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu } from '../ui/Menu.tsx'
import { groupings } from '../../storage/model/listing.ts'
import { namedOrders, orderValue } from './list-orders.ts'
import { orderOf } from './list-state.ts'
import type { ListState, Wanted } from './list-state.ts'
import './list-head.css'

const groupingNames = { none: 'desk.groupNone', status: 'desk.groupStatus', desk: 'desk.groupDesk' } as const

/** How many stories are listed, which of them, and in which order; and what came that is not listed yet. */
export function ListHead(props: {
  state: ListState
  languages: readonly (readonly [language: LanguageTag, count: number])[]
  withFindings: number
  onChange: (change: Partial<Pick<Wanted, 'order' | 'grouping' | 'language' | 'findings'>>) => void
  onNews: () => void
}) {
  const { state, onChange } = props
  const orders = namedOrders(state.query.trim() !== '')
  return (
    <div className="list-head">
      <span role="status">{t('desk.count', { count: state.total })}</span>
      {state.news > 0 && (
        <Button look="link" size="sm" onPress={props.onNews}>
          {t('desk.news', { count: state.news })}
        </Button>
      )}
      <span className="grow" />
      {state.language !== null && <span>{languageName(state.language)}</span>}
      {state.findings && <span>{t('desk.hasWarnings')}</span>}
      <Menu
        label={t('desk.filter')}
        entries={[
          {
            id: 'every',
            words: t('desk.everyStory'),
            run: () => onChange({ language: null, findings: false }),
          },
          {
            id: 'findings',
            words: t('desk.hasWarnings'),
            note: formatNumber(props.withFindings),
            run: () => onChange({ findings: !state.findings }),
          },
          ...props.languages.map(([language, count]) => ({
            id: `language ${language}`,
            words: languageName(language),
            note: formatNumber(count),
            run: () => onChange({ language: language === state.language ? null : language }),
          })),
        ]}
      >
        <IconButton icon={ListFilter} size={14} label={t('desk.filter')} />
      </Menu>
      <Menu
        label={t('desk.group')}
        entries={groupings.map((grouping) => ({
          id: grouping,
          words: t(groupingNames[grouping]),
          isOn: state.grouping === grouping,
          run: () => onChange({ grouping }),
        }))}
      >
        <IconButton icon={Layers} size={14} label={t('desk.group')} />
      </Menu>
      <Choice
        label={t('desk.sort')}
        value={orderValue(orderOf(state))}
        options={orders}
        onChange={(value) => {
          const chosen = orders.find((order) => order.value === value)
          if (chosen !== undefined) onChange({ order: chosen.order })
        }}
        rests
        placement="bottom end"
      />
    </div>
  )
}
