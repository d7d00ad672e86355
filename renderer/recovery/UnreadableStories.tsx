import { useDesk } from '../app/use-desk.ts'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { SeverityIcon } from '../ui/Flag.tsx'
import { useStore } from '../ui/store.ts'
import './unreadable-stories.css'

/** The last line of the list: stories that stand in no row, because their files cannot be read. Opens what can be done. */
export function UnreadableStories() {
  const desk = useDesk()
  const { unreadable } = useStore(desk.list.state)
  const [first, ...others] = unreadable
  if (first === undefined) return null
  const words = t('damaged.inList', { count: unreadable.length })
  const open = (id: typeof first.id) => (): void => void desk.sessions.open(id)
  return (
    <div className="unreadable-stories">
      <SeverityIcon tone="warn" />
      {others.length === 0 ? (
        <Button look="link" size="sm" onPress={open(first.id)}>
          {words}
        </Button>
      ) : (
        <Menu
          label={words}
          entries={unreadable.map(({ id, message }, index) => ({
            id,
            words: t('damaged.inMenu', { number: index + 1, message }),
            run: open(id),
          }))}
        >
          <Button look="link" size="sm">
            {words}
          </Button>
        </Menu>
      )}
    </div>
  )
}
