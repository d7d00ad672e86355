import { sortKeys } from '../../storage/model/listing.ts'
import type { ListOrder, SortKey } from '../../storage/model/listing.ts'
import { t } from '../i18n/translate.ts'

/** Ascending and descending. */
const names = {
  updated: ['desk.sortOldest', 'desk.sortNewest'],
  created: ['desk.sortCreatedFirst', 'desk.sortCreatedLast'],
  slug: ['desk.sortSlug', 'desk.sortSlugBack'],
  headline: ['desk.sortHeadline', 'desk.sortHeadlineBack'],
  status: ['desk.sortStatus', 'desk.sortStatusBack'],
  desk: ['desk.sortDesk', 'desk.sortDeskBack'],
  urgency: ['desk.sortUrgent', 'desk.sortUrgentLast'],
  due: ['desk.sortDue', 'desk.sortDueLast'],
  embargo: ['desk.sortEmbargo', 'desk.sortEmbargoLast'],
  words: ['desk.sortShort', 'desk.sortLong'],
} as const satisfies Readonly<Record<SortKey, readonly [string, string]>>

interface NamedOrder {
  readonly value: string
  readonly words: string
  readonly order: ListOrder
}

/** An order as the value of a choice. */
export function orderValue(order: ListOrder): string {
  if (typeof order === 'string') return order
  if (order.by === 'updated' && order.descending) return 'newest'
  return `${order.by} ${order.descending ? 'down' : 'up'}`
}

/** Every order that a list can have, newest first before the others; relevance only where something is searched for. */
export function namedOrders(isSearching: boolean): NamedOrder[] {
  const orders: ListOrder[] = [
    'newest',
    ...(isSearching ? (['relevance'] as const) : []),
    ...sortKeys.flatMap((by) => [false, true].map((descending) => ({ by, descending }))),
  ]
  return orders
    .filter((order) => typeof order === 'string' || order.by !== 'updated' || !order.descending)
    .map((order) => ({ value: orderValue(order), words: orderName(order), order }))
}

function orderName(order: ListOrder): string {
  if (order === 'newest') return t('desk.sortNewest')
  if (order === 'relevance') return t('desk.sortRelevance')
  return t(names[order.by][order.descending ? 1 : 0])
}
