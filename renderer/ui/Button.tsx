import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as Pressable } from 'react-aria-components'
import type { ButtonProps as PressableProps } from 'react-aria-components'
import { Icon } from './Icon.tsx'
import { Key } from './Key.tsx'
import { Tooltip } from './Tooltip.tsx'
import { classes } from './classes.ts'
import './button.css'

export interface ButtonProps extends Omit<PressableProps, 'children' | 'className'> {
  look?: 'primary' | 'outline' | 'ghost' | 'link'
  size?: 'xs' | 'sm' | 'md' | 'lg'
  icon?: LucideIcon
  /** The key that does the same, as it is shown; it is no part of the name. */
  shortcut?: string | undefined
  /** Shows the key only under the pointer, where there is no room for it beside the words. */
  hidesShortcut?: boolean
  className?: string
  children: ReactNode
}

/** A button with words. Its words are a verb naming the result. */
export function Button({
  look = 'outline',
  size = 'md',
  icon,
  shortcut,
  hidesShortcut = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  const button = (
    <Pressable {...rest} className={classes('button', `button--${look}`, `button--${size}`, className)}>
      {icon !== undefined && <Icon of={icon} size={look === 'primary' || size === 'xs' ? 14 : 16} />}
      <span className="button__words">{children}</span>
      {shortcut !== undefined && !hidesShortcut && <Key>{shortcut}</Key>}
    </Pressable>
  )
  if (shortcut === undefined || !hidesShortcut) return button
  return (
    <Tooltip words={children} shortcut={shortcut}>
      {button}
    </Tooltip>
  )
}
