import { t } from '../i18n/translate.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Key } from '../ui/Key.tsx'
import { useDesk } from './use-desk.ts'
import './shortcuts-dialog.css'

/** Every command that has a key. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { commands } = useDesk()
  return (
    <Dialog isOpen title={t('shortcuts.title')} closeLabel={t('dialog.close')} onClose={onClose} width="middle">
      <ul className="shortcuts">
        {commands.all().map((command) => {
          const shortcut = commands.shortcut(command.id)
          return (
            shortcut !== undefined && (
              <li key={command.id}>
                <span className="grow">{t(command.title)}</span>
                <span className="visually-hidden">{shortcut}</span>
                <Key>{shortcut}</Key>
              </li>
            )
          )
        })}
      </ul>
    </Dialog>
  )
}
