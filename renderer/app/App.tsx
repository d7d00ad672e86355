import { I18nProvider } from 'react-aria-components'
import { formattingLocale } from '../i18n/locale.ts'
import { CompareScreen } from '../compare/CompareScreen.tsx'
import { ImportReport } from '../desk/ImportReport.tsx'
import { MovedInReport } from '../moving-in/MovedInReport.tsx'
import { NameVersionDialog } from '../inspector/history/NameVersionDialog.tsx'
import { PublishSheet } from '../publish/PublishSheet.tsx'
import { SettingsDialog } from '../settings/SettingsDialog.tsx'
import { useStore } from '../ui/store.ts'
import type { Desk } from './desk.ts'
import { Palette } from './palette/Palette.tsx'
import { Panes } from './Panes.tsx'
import { ProblemDialog } from './ProblemDialog.tsx'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { StatusBar } from './StatusBar.tsx'
import { TitleBar } from './TitleBar.tsx'
import { DeskContext } from './use-desk.ts'
import './app.css'

/** The whole window. */
export function App({ desk }: { desk: Desk }) {
  return (
    <I18nProvider locale={formattingLocale()}>
      <DeskContext value={desk}>
        <div className="window" style={useWidths(desk)}>
          <TitleBar />
          <Middle desk={desk} />
          <StatusBar />
        </div>
        <Overlays desk={desk} />
      </DeskContext>
    </I18nProvider>
  )
}

/** The panes, and over them the comparison: they stay as they are, so that closing it leads back to the same caret. */
function Middle({ desk }: { desk: Desk }) {
  const comparing = useStore(desk.compare.state)
  return (
    <>
      <Panes isBehind={comparing !== null} />
      {comparing !== null && <CompareScreen comparing={comparing} />}
    </>
  )
}

function useWidths(desk: Desk): Record<string, string> {
  const { listWidth, inspectorWidth } = useStore(desk.window.remembered)
  return {
    '--list-width': listWidth === null ? 'var(--pane-list)' : `${listWidth}px`,
    '--inspector-width': inspectorWidth === null ? 'var(--pane-inspector)' : `${inspectorWidth}px`,
  }
}

function Overlays({ desk }: { desk: Desk }) {
  const overlay = useStore(desk.window.overlay)
  const close = (): void => desk.window.overlay.set('none')
  return (
    <>
      {(overlay === 'palette' || overlay === 'stories') && (
        <Palette onlyStories={overlay === 'stories'} onClose={close} />
      )}
      {overlay === 'publish' && <PublishSheet onClose={close} />}
      {overlay === 'settings' && <SettingsDialog onClose={close} />}
      {overlay === 'shortcuts' && <ShortcutsDialog onClose={close} />}
      {overlay === 'import' && <ImportReport onClose={close} />}
      {overlay === 'moved-in' && <MovedInReport onClose={close} />}
      {overlay === 'name-version' && <NameVersionDialog onClose={close} />}
      <ProblemDialog />
    </>
  )
}
