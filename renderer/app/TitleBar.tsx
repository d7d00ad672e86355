import {
  ArrowLeft,
  ArrowRight,
  FolderInput,
  GitCompareArrows,
  ListChecks,
  PanelLeft,
  PanelRight,
  Search,
  Send,
  Settings2,
  SquarePen,
} from 'lucide-react'
import { Button as Pressable } from 'react-aria-components'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Key } from '../ui/Key.tsx'
import { useStore } from '../ui/store.ts'
import { Breadcrumbs } from './Breadcrumbs.tsx'
import { useDesk, useOpenSession } from './use-desk.ts'
import { WindowControls } from './WindowControls.tsx'
import './title-bar.css'

/** The bar at the top: panes and trail, where you are, the palette, and what can be done with the open story. */
export function TitleBar() {
  const desk = useDesk()
  const { isListShown, isInspectorShown } = useStore(desk.window.remembered)
  const isNarrow = useStore(desk.window.isNarrow)
  const isDrawerOpen = useStore(desk.window.isDrawerOpen)
  const isFocusMode = useStore(desk.window.isFocusMode)
  const session = useOpenSession()
  const isComparing = useStore(desk.compare.state) !== null
  useStore(desk.sessions.trail)
  const isInspectorOn = isNarrow ? isDrawerOpen : isInspectorShown && !isFocusMode
  const isListOn = isListShown && !isFocusMode
  const { commands } = desk
  return (
    <header className="title-bar" data-pane="title" data-platform={desk.info.platform} aria-label={t('title.bar')}>
      <div className="title-bar__start">
        <IconButton
          icon={PanelLeft}
          label={t(isListOn ? 'title.hideList' : 'title.showList')}
          shortcut={commands.shortcut('toggle-list')}
          isOn={isListOn}
          onPress={() => commands.run('toggle-list')}
        />
        <IconButton
          icon={ArrowLeft}
          label={t('title.back')}
          shortcut={commands.shortcut('back')}
          isDisabled={!desk.sessions.canGo(-1)}
          onPress={() => commands.run('back')}
        />
        <IconButton
          icon={ArrowRight}
          label={t('title.forward')}
          shortcut={commands.shortcut('forward')}
          isDisabled={!desk.sessions.canGo(1)}
          onPress={() => commands.run('forward')}
        />
        <span className="grow" />
        <IconButton
          icon={FolderInput}
          label={t('title.import')}
          shortcut={commands.shortcut('import')}
          onPress={() => commands.run('import')}
        />
        <Button
          look="ghost"
          size="sm"
          icon={SquarePen}
          shortcut={commands.shortcut('new-story')}
          hidesShortcut
          onPress={() => commands.run('new-story')}
        >
          {t('title.newStory')}
        </Button>
      </div>
      <div className="title-bar__middle">
        <Breadcrumbs session={session} />
        <Pressable className="command-field" onPress={() => commands.run('palette')}>
          <Icon of={Search} size={14} />
          <span className="clip command-field__words">{t('title.command')}</span>
          <Key>{commands.shortcut('palette') ?? ''}</Key>
        </Pressable>
      </div>
      <div className="title-bar__end">
        {session !== null && (
          <>
            <IconButton
              icon={GitCompareArrows}
              label={t('command.compare')}
              shortcut={commands.shortcut('compare')}
              isOn={isComparing}
              onPress={() => commands.run('compare')}
            />
            <Button
              look="ghost"
              size="sm"
              icon={ListChecks}
              shortcut={commands.shortcut('run-checks')}
              hidesShortcut
              onPress={() => commands.run('run-checks')}
            >
              {t('title.check')}
            </Button>
            <IconButton
              icon={PanelRight}
              label={t(isInspectorOn ? 'title.hideInspector' : 'title.showInspector')}
              shortcut={commands.shortcut('toggle-inspector')}
              isOn={isInspectorOn}
              onPress={() => commands.run('toggle-inspector')}
            />
          </>
        )}
        <IconButton
          icon={Settings2}
          label={t('title.settings')}
          shortcut={commands.shortcut('settings')}
          onPress={() => commands.run('settings')}
        />
        {session !== null && (
          <Button
            look="primary"
            icon={Send}
            shortcut={commands.shortcut('publish')}
            hidesShortcut={desk.info.platform !== 'darwin'}
            className="title-bar__publish"
            onPress={() => commands.run('publish')}
          >
            {t('title.publish')}
          </Button>
        )}
        {desk.info.platform !== 'darwin' && <WindowControls bridge={desk.bridge} />}
      </div>
    </header>
  )
}
