import type { Desk } from '../app/desk.ts'
import { useDesk } from '../app/use-desk.ts'
import { t } from '../i18n/translate.ts'
import { ContextMenu } from '../ui/ContextMenu.tsx'
import type { MenuEntry } from '../ui/Menu.tsx'
import { useStore } from '../ui/store.ts'
import { actEntries, deskEntries, statusEntries } from './act-entries.ts'
import type { ActMenu } from './story-acts.ts'
import { TagDialog } from './TagDialog.tsx'

/** The menu of the stories that are acted on, and what it opens. */
export function ActMenus() {
  const desk = useDesk()
  const { acts } = desk
  const menu = useStore(acts.menu)
  const tagging = useStore(acts.tagging)
  return (
    <>
      {menu !== null && (
        <ContextMenu
          label={labelOf(desk, menu)}
          at={menu.at}
          entries={entriesOf(desk, menu)}
          onClose={() => acts.menu.set(null)}
        />
      )}
      {tagging !== null && <TagDialog ids={tagging} onClose={() => acts.tagging.set(null)} />}
    </>
  )
}

function labelOf(desk: Desk, { offers, ids }: ActMenu): string {
  if (offers === 'status') return t('acts.status')
  if (offers === 'desk') return t('acts.desk')
  const [only, ...more] = ids
  const slug = only === undefined || more.length > 0 ? undefined : desk.list.find(only)?.slug
  return slug === undefined ? t('acts.selected', { count: ids.length }) : t('acts.withStory', { slug })
}

function entriesOf(desk: Desk, { offers, ids }: ActMenu): MenuEntry[] {
  if (offers === 'status') return statusEntries(desk, ids)
  if (offers === 'desk') return deskEntries(desk, ids)
  return actEntries(desk, ids)
}
