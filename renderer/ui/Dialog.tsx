import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as Frame, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './IconButton.tsx'
import { classes } from './classes.ts'
import './menu.css'
import './dialog.css'

/**
 * A sheet over the window. Focus is held inside and goes back where it came from.
 * `onClose` is called by Escape and by the close button; without it only the footer's buttons close the sheet.
 */
export function Dialog(props: {
  isOpen: boolean
  title: ReactNode
  subtitle?: ReactNode
  mark?: ReactNode
  closeLabel: string
  onClose?: () => void
  width: 'small' | 'middle' | 'result' | 'wide'
  footer?: ReactNode
  className?: string
  children: ReactNode
}) {
  const { onClose } = props
  return (
    <ModalOverlay
      className="scrim"
      isOpen={props.isOpen}
      isKeyboardDismissDisabled={onClose === undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose?.()
      }}
    >
      <Modal className={classes('dialog', `dialog--${props.width}`, props.className)}>
        <Frame className="dialog__frame">
          <header className="dialog__head">
            {props.mark}
            <div className="grow">
              <Heading slot="title" level={2} className="dialog__title">
                {props.title}
              </Heading>
              {props.subtitle !== undefined && <p className="dialog__subtitle">{props.subtitle}</p>}
            </div>
            {onClose !== undefined && <IconButton icon={X} label={props.closeLabel} onPress={onClose} />}
          </header>
          <div className="dialog__body">{props.children}</div>
          {props.footer !== undefined && <footer className="dialog__foot">{props.footer}</footer>}
        </Frame>
      </Modal>
    </ModalOverlay>
  )
}
