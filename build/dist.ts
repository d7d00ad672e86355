// Packages Galley into release/.
//   npm run dist:linux            the unpacked folder, tar.gz, zip and deb: all that needs no download
//   npm run dist:linux -- dir     only what is named
import { build, Platform } from 'electron-builder'
import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { path7za } from '7zip-bin'
import { foregroundScript } from './foreground.ts'
import { configuration } from './packaging/configuration.ts'
import { renderIcons } from './packaging/icons.ts'
import { findRuntime } from './runtime/find.ts'

const offline = ['dir', 'tar.gz', 'zip', 'deb']
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'))
process.exitCode = await run(named.length > 0 ? named : offline)

async function run(targets: string[]): Promise<number> {
  const built = await foregroundScript('build/bundle.ts')
  if (built !== 0) return built
  const runtime = await findRuntime((line) => process.stderr.write(`${line}\n`))
  if (runtime.source === 'fallback') {
    console.log('The official Electron is missing: these packages carry the development runtime and are no release.')
  }
  // Both tools would be downloaded; npm and Debian have them.
  await chmod(path7za, 0o755)
  process.env.ELECTRON_BUILDER_7ZIP_PATH ??= path7za
  process.env.CUSTOM_FPM_PATH ??= join(import.meta.dirname, 'packaging/fpm.mjs')
  const icons = join(import.meta.dirname, '../.cache/icons')
  await renderIcons('build/icons/galley.svg', icons)
  const files = await build({
    targets: Platform.LINUX.createTarget(targets),
    config: configuration(runtime, icons),
    publish: 'never',
  })
  for (const file of files) console.log(file)
  return 0
}
