import { Minus, Square, X } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { Button as Pressable } from 'react-aria-components'
import type { Bridge } from '../../electron/ipc/contract/index.ts'
import type { MessageKey } from '../i18n/catalogue.ts'
import { t } from '../i18n/translate.ts'
import { Icon } from '../ui/Icon.tsx'

const controls: readonly {
  act: 'minimise' | 'maximise' | 'close'
  label: MessageKey
  icon: LucideIcon
  size: 12 | 16
}[] = [
  { act: 'minimise', label: 'title.minimise', icon: Minus, size: 16 },
  { act: 'maximise', label: 'title.maximise', icon: Square, size: 12 },
  { act: 'close', label: 'title.close', icon: X, size: 16 },
]

/** The window's own buttons, where the system draws none. */
export function WindowControls({ bridge }: { bridge: Bridge }) {
  return (
    <div className="window-controls">
      {controls.map(({ act, label, icon, size }) => (
        <Pressable
          key={act}
          className={`window-control window-control--${act}`}
          aria-label={t(label)}
          onPress={() => void bridge.desk.window({ act })}
        >
          <Icon of={icon} size={size} />
        </Pressable>
      ))}
    </div>
  )
}
