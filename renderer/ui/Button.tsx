import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as Pressable } from 'react-aria-components'
import type { ButtonProps as PressableProps } from 'react-aria-components'
import { Icon } from './Icon.tsx'
import { Key } from './Key.tsx'
import { classes } from './classes.ts'
import './button.css'

export interface ButtonProps extends Omit<PressableProps, 'children' | 'className'> {
  look?: 'primary' | 'outline' | 'ghost' | 'link'
  size?: 'xs' | 'sm' | 'md' | 'lg'
  icon?: LucideIcon
  /** The key that does the same, as it is shown; it is no part of the name. */
  shortcut?: string | undefined
  className?: string
  children: ReactNode
}

/** A button with words. Its words are a verb naming the result. */
export function Button({ look = 'outline', size = 'md', icon, shortcut, className, children, ...rest }: ButtonProps) {
  return (
    <Pressable {...rest} className={classes('button', `button--${look}`, `button--${size}`, className)}>
      {icon !== undefined && <Icon of={icon} size={look === 'primary' || size === 'xs' ? 14 : 16} />}
      <span className="button__words">{children}</span>
      {shortcut !== undefined && <Key>{shortcut}</Key>}
    </Pressable>
  )
}
