import { t } from '../i18n/translate.ts'
import { Choice } from '../ui/Choice.tsx'
import { orders } from './select-stories.ts'
import type { Order } from './select-stories.ts'
import './list-head.css'

const names = { newest: 'desk.sortNewest', oldest: 'desk.sortOldest', slug: 'desk.sortSlug' } as const

/** How many stories are listed, and in which order. */
export function ListHead(props: { count: number; order: Order; onOrder: (order: Order) => void }) {
  return (
    <div className="list-head">
      <span role="status">{t('desk.count', { count: props.count })}</span>
      <span className="grow" />
      <Choice
        label={t('desk.sort')}
        value={props.order}
        options={orders.map((order) => ({ value: order, words: t(names[order]) }))}
        onChange={props.onOrder}
        rests
        placement="bottom end"
      />
    </div>
  )
}
