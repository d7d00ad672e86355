import { X } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as Pressable } from 'react-aria-components'
import { Icon } from './Icon.tsx'
import './tag.css'

/** A value, square and still. With `onRemove` it carries a button that takes it away. */
export function Tag(props: { icon?: LucideIcon; children: ReactNode; removeLabel?: string; onRemove?: () => void }) {
  return (
    <span className="tag">
      {props.icon !== undefined && <Icon of={props.icon} size={12} />}
      <bdi>{props.children}</bdi>
      {props.onRemove !== undefined && (
        <Pressable className="tag__remove" aria-label={props.removeLabel ?? ''} onPress={props.onRemove}>
          <Icon of={X} size={12} />
        </Pressable>
      )}
    </span>
  )
}
