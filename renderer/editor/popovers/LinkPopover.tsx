import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { schema } from '../../../storage/model/schema/index.ts'
import { t } from '../../i18n/translate.ts'
import { readTypedAddress, setLink } from '../commands/links.ts'
import { closePopover } from '../commands/popovers.ts'
import { contextOf } from '../context.ts'
import { heldWords, hold } from '../plugins/held-words.ts'
import type { Held } from '../plugins/held-words.ts'
import type { PopoverPlace } from './popover-place.ts'
import { NamedInput } from './NamedInput.tsx'
import { WordsPopover } from './WordsPopover.tsx'

/** Where words link to. An empty address takes the link away. */
export function LinkPopover(props: PopoverPlace & { held: Extract<Held, { kind: 'mention' | 'link' }> }) {
  const { session, held } = props
  const { view } = session
  const { isMac } = contextOf(view.state)
  const [address, setAddress] = useState(() => {
    const mark = schema.marks.link.isInSet(view.state.doc.nodeAt(held.ranges[0]?.from ?? 0)?.marks ?? [])
    return mark === undefined ? '' : String(mark.attrs['href'])
  })
  const read = readTypedAddress(address)
  const isWrong = address.trim() !== '' && read === null

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    const now = heldWords(view.state)
    const [first] = now?.ranges ?? []
    if (isWrong || first === undefined) return
    const range = { from: first.from, to: now?.ranges.at(-1)?.to ?? first.to }
    view.dispatch(hold(setLink(view.state, range, read), null))
    closePopover(view.state, view.dispatch)
    view.focus()
  }

  return (
    <WordsPopover
      {...props}
      isNarrow
      title={t('editor.link')}
      onKeyDown={onKeyDown}
      hints={[
        { shortcut: isMac ? '↵' : 'Enter', words: t(address.trim() === '' ? 'editor.link.remove' : 'editor.link.set') },
        { shortcut: isMac ? 'esc' : 'Esc', words: t('editor.popover.close') },
      ]}
    >
      <NamedInput
        name={t('editor.link.address')}
        value={address}
        isWrong={isWrong}
        maxLength={2048}
        onChange={setAddress}
      />
      {isWrong && (
        <p className="field__message field__message--stop" role="alert">
          {t('editor.link.wrong')}
        </p>
      )}
    </WordsPopover>
  )
}
