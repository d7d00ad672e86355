import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField } from 'react-aria-components'
import { Icon } from './Icon.tsx'
import './checkbox.css'

/** A box to tick, with its words beside it. */
export function Checkbox(props: {
  isSelected: boolean
  isDisabled?: boolean
  onChange: (isSelected: boolean) => void
  children: ReactNode
}) {
  return (
    <CheckboxField isSelected={props.isSelected} isDisabled={props.isDisabled ?? false} onChange={props.onChange}>
      <CheckboxButton className="checkbox">
        <span className="checkbox__box">{props.isSelected && <Icon of={Check} size={11} />}</span>
        <span className="checkbox__words">{props.children}</span>
      </CheckboxButton>
    </CheckboxField>
  )
}
