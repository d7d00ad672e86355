import type { LucideIcon } from 'lucide-react'
import { Button as Pressable } from 'react-aria-components'
import type { ButtonProps as PressableProps } from 'react-aria-components'
import { Icon } from './Icon.tsx'
import { Tooltip } from './Tooltip.tsx'
import { classes } from './classes.ts'
import './icon-button.css'

export interface IconButtonProps extends Omit<PressableProps, 'children' | 'className' | 'aria-label'> {
  icon: LucideIcon
  /** Its name: read aloud, and shown under the pointer with the key. */
  label: string
  shortcut?: string | undefined
  size?: 12 | 14 | 16 | 18
  /** Present when the button switches something on and off. */
  isOn?: boolean
  className?: string
}

/** A button that shows only an icon. */
export function IconButton({ icon, label, shortcut, size = 16, isOn, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip words={label} shortcut={shortcut}>
      <Pressable
        {...rest}
        {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
        aria-label={label}
        className={classes('icon-button', className)}
      >
        <Icon of={icon} size={size} />
      </Pressable>
    </Tooltip>
  )
}
