import { app } from 'electron'
import { resolve } from 'node:path'
import { defaultWorkspace } from '../../storage/library/default-workspace.ts'
import { registerSchemes } from '../security/schemes.ts'
import { readStartArguments } from './arguments.ts'
import { chooseProfile } from './profile.ts'
import { focusFirstWindow, start } from './start.ts'

const named = readStartArguments(process.argv.slice(1), process.cwd())
const folder = named.workspace ?? resolve(defaultWorkspace())
const profile = chooseProfile(app, folder)

if (app.requestSingleInstanceLock()) {
  registerSchemes()
  app.on('second-instance', focusFirstWindow)
  // Not awaited at the top: the application is not ready before this module has run to its end.
  void app.whenReady().then(() => start({ folder, profile, story: named.story }))
} else {
  app.exit(0)
}
