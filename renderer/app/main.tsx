import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Bridge } from '../../electron/ipc/contract/index.ts'
import { storyIdSchema } from '../../storage/model/ids.ts'
import { valueOf } from '../editor/answers.ts'
import { chooseLocale, interfaceDirection } from '../i18n/locale.ts'
import { t } from '../i18n/translate.ts'
import { App } from './App.tsx'
import { copyCommands } from './commands/copy-commands.ts'
import { duplicateCommand } from './commands/duplicate-command.ts'
import { deskCommands } from './commands/desk-commands.ts'
import { listCommands } from './commands/list-commands.ts'
import { versionCommands } from './commands/version-commands.ts'
import { Desk } from './desk.ts'
import { listen } from './listen.ts'
import { followTheme } from './theme.ts'
import { recoveryCommands } from '../recovery/recovery-commands.ts'
import '../ui/ui.css'

declare global {
  interface Window {
    readonly galley: Bridge
  }
}

/** Builds the desk from what main knows, shows it, and opens the story that was asked for. */
async function start(root: Element): Promise<void> {
  const bridge = window.galley
  const info = valueOf(await bridge.desk.info(null))
  document.documentElement.lang = chooseLocale(info.locale)
  document.documentElement.dir = interfaceDirection()
  const desk = new Desk(bridge, info, localStorage)
  // First, since the key that names a version saves while that is what lacks.
  desk.commands.add(recoveryCommands(desk.recovery))
  desk.commands.add(versionCommands(desk))
  desk.commands.add(deskCommands(desk))
  desk.commands.add(listCommands(desk))
  desk.commands.add([duplicateCommand(desk)])
  desk.commands.add(copyCommands(desk.sessions, () => desk.compare.isOpen))
  followTheme(desk.settings)
  listen(desk)
  createRoot(root).render(
    <StrictMode>
      <App desk={desk} />
    </StrictMode>,
  )
  const first = storyIdSchema.safeParse(info.openStory)
  const listed = desk.list.load().then(() => {
    // The rows are in the next frame. Benchmarks read this.
    requestAnimationFrame(() => performance.mark('listed'))
  })
  await Promise.all([first.success ? desk.sessions.open(first.data) : null, listed])
}

const root = document.querySelector('#galley')
if (root !== null) {
  start(root).catch(() => {
    root.textContent = t('app.noBridge')
  })
}
