// What a bare Electron runs when it is started as `electron APPDIR [arguments]`: it makes itself that
// application. The official binary carries such a file; the development runtime gets this one.
import { app } from 'electron'
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What Electron offers its default application beyond the documented interface. */
const host = /** @type {import('electron').App & Record<'setVersion' | 'setAppPath', (value: string) => void>} */ (app)

try {
  const { preloads, target } = readArguments(process.argv.slice(1))
  if (target === undefined) throw new Error('name the folder of an application: electron APPDIR')
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  const require = createRequire(import.meta.url)
  for (const file of preloads) require(file)
  await import(pathToFileURL(become(resolve(target))).href)
} catch (error) {
  console.error('The application did not start:', error)
  app.exit(1)
}

/**
 * Test drivers pass `-r FILE`, a module that must run before the application does; other options are Chromium's.
 * @param {string[]} given
 */
function readArguments(given) {
  /** @type {string[]} */
  const preloads = []
  const rest = given.values()
  for (const word of rest) {
    if (word === '-r' || word === '--require') preloads.push(String(rest.next().value))
    else if (!word.startsWith('-')) return { preloads, target: word }
  }
  return { preloads, target: undefined }
}

/**
 * Takes on the application's name, version and path.
 * @param {string} target a folder with a package.json, or a script
 * @returns {string} the script to run
 */
function become(target) {
  if (!statSync(target).isDirectory()) {
    host.setAppPath(dirname(target))
    return target
  }
  const about = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'))
  app.setName(about.productName ?? about.name)
  if (about.version) host.setVersion(about.version)
  host.setAppPath(target)
  return join(target, about.main ?? 'index.js')
}
