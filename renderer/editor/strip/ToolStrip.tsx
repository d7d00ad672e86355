import { toggleMark } from 'prosemirror-commands'
import type { Command } from 'prosemirror-state'
import { AtSign, Bold, ChevronDown, ImageIcon, Italic, Link, ListIndentIncrease, Maximize2 } from 'lucide-react'
import { Button as Pressable, Toolbar } from 'react-aria-components'
import { schema } from '../../../storage/model/schema/index.ts'
import { showBinding } from '../../app/keys/binding.ts'
import { t } from '../../i18n/translate.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { choosePhotos } from '../commands/photos.ts'
import { openLinkPopover, openMentionPopover, openNextSuggestion, openQuotePopover } from '../commands/popovers.ts'
import { blockStyles, setStyle, styleAt } from '../commands/styles.ts'
import type { BlockStyle } from '../commands/styles.ts'
import { contextOf } from '../context.ts'
import { hasMark } from '../queries/has-mark.ts'
import type { StorySession } from '../session.ts'
import { isSameFlat, useSession } from '../use-session.ts'
import './tool-strip.css'

export interface ToolStripProps {
  readonly session: StorySession
  readonly onFocusMode?: () => void
  readonly versionWords?: string
}

const styleKeys: Readonly<Record<BlockStyle, readonly [mac: string, others: string] | null>> = {
  body: ['Mod+Alt+0', 'Mod+Shift+0'],
  crosshead: ['Mod+Alt+2', 'Mod+Shift+2'],
  subhead: ['Mod+Alt+3', 'Mod+Shift+3'],
  list: ['Mod+Shift+8', 'Mod+Shift+8'],
  numbered_list: null,
  quote: ['Mod+Shift+9', 'Mod+Shift+9'],
  pull_quote: null,
}

/** What can be done to the words at the caret, over the sheet. One stop of Tab; arrow keys move inside. */
export function ToolStrip({ session, onFocusMode, versionWords }: ToolStripProps) {
  const { notify, isMac } = contextOf(session.view.state)
  const now = useSession(
    session,
    (_snapshot, state) => ({
      style: styleAt(state),
      isBold: hasMark(state, schema.marks.strong),
      isItalic: hasMark(state, schema.marks.em),
    }),
    isSameFlat,
  )
  const key = (binding: string): string => showBinding(binding, isMac ? 'darwin' : 'linux')
  const run = (command: Command, otherwise?: string): void => {
    const { view } = session
    view.focus()
    if (!command(view.state, view.dispatch, view) && otherwise !== undefined) notify(otherwise)
  }
  return (
    <Toolbar className="tool-strip" data-pane="tools" aria-label={t('editor.tools')}>
      <Menu
        label={t('editor.style')}
        placement="bottom start"
        entries={blockStyles.map((style) => {
          const keys = styleKeys[style]
          return {
            id: style,
            words: t(`editor.style.${style}`),
            shortcut: keys === null ? undefined : key(keys[isMac ? 0 : 1]),
            isDisabled: now.style === null,
            run: () => run(setStyle(style)),
          }
        })}
      >
        <Pressable
          className="style-picker"
          aria-label={t('editor.styleIs', { style: t(`editor.style.${now.style ?? 'none'}`) })}
        >
          {t(`editor.style.${now.style ?? 'none'}`)}
          <Icon of={ChevronDown} size={12} />
        </Pressable>
      </Menu>
      <span className="tool-strip__rule" aria-hidden />
      <IconButton
        icon={Bold}
        size={14}
        label={t('editor.bold')}
        shortcut={key('Mod+B')}
        isOn={now.isBold}
        onPress={() => run(toggleMark(schema.marks.strong))}
      />
      <IconButton
        icon={Italic}
        size={14}
        label={t('editor.italic')}
        shortcut={key('Mod+I')}
        isOn={now.isItalic}
        onPress={() => run(toggleMark(schema.marks.em))}
      />
      <IconButton
        icon={Link}
        size={14}
        label={t('editor.link')}
        shortcut={key('Mod+Shift+L')}
        onPress={() => run(openLinkPopover, t('editor.selectWords'))}
      />
      <span className="tool-strip__rule" aria-hidden />
      <Button
        look="ghost"
        size="sm"
        icon={ListIndentIncrease}
        onPress={() => {
          const { view } = session
          const isHere = openQuotePopover(view.state, undefined, view)
          run(isHere ? openQuotePopover : openNextSuggestion, t('editor.selectQuote'))
        }}
      >
        {t('editor.tagQuote')}
      </Button>
      <Button look="ghost" size="sm" icon={AtSign} onPress={() => run(openMentionPopover, t('editor.selectName'))}>
        {t('editor.tagMention')}
      </Button>
      <Button look="ghost" size="sm" icon={ImageIcon} className="hide-narrow" onPress={() => run(choosePhotos)}>
        {t('editor.image')}
      </Button>
      <span className="grow" />
      {versionWords !== undefined && <span className="tool-strip__version hide-narrow">{versionWords}</span>}
      {onFocusMode !== undefined && (
        <IconButton
          icon={Maximize2}
          size={14}
          label={t('editor.focusMode')}
          shortcut={key('Mod+.')}
          onPress={onFocusMode}
        />
      )}
    </Toolbar>
  )
}
