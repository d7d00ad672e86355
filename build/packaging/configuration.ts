import type { Configuration } from 'electron-builder'
import { chmod, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Runtime } from '../runtime/find.ts'

/** What electron-builder does with the built application. */
export function configuration(runtime: Runtime, icons: string): Configuration {
  // A third party built the fallback runtime: what is packaged with it must be seen to be no release.
  const name = runtime.source === 'fallback' ? '${name}-${version}-development' : '${name}-${version}'
  return {
    appId: 'desk.galley.app',
    productName: 'Galley',
    copyright: 'Apache-2.0',
    artifactName: `${name}-\${os}-\${arch}.\${ext}`,
    directories: { output: 'release', buildResources: 'build/icons' },
    electronVersion: runtime.version,
    // Both are here already; nothing is to be downloaded or compiled.
    electronDist: runtime.dist,
    npmRebuild: false,
    publish: null,
    extraMetadata: { homepage: 'https://galley.example/', desktopName: 'galley-desktop.desktop' },
    files: ['package.json', 'dist/**', '!dist/**/*.map', '!dist/cli/**'],
    asar: true,
    // WebAssembly starts threads from its own files, and a native module is loaded as one: both must lie on the disk.
    asarUnpack: [
      'node_modules/@img/sharp-wasm32/**',
      'node_modules/@emnapi/**',
      'node_modules/tslib/**',
      'node_modules/libsql/**',
      'node_modules/@libsql/**',
      'node_modules/@neon-rs/**',
    ],
    electronFuses: {
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    },
    afterPack: async ({ appOutDir, electronPlatformName }) => {
      if (electronPlatformName !== 'linux') return
      await rm(join(appOutDir, 'resources/default_app.asar'), { force: true })
      await rm(join(appOutDir, 'version'), { force: true })
      await chmod(join(appOutDir, 'chrome-sandbox'), 0o4755)
    },
    linux: {
      icon: icons,
      category: 'Office',
      synopsis: 'A workstation for news editors',
      maintainer: 'The Galley project <maintainers@galley.example>',
      executableName: 'galley-desktop',
      syncDesktopName: true,
      target: ['AppImage', 'deb', 'rpm', 'snap', 'tar.gz', 'zip'],
    },
    // xz takes minutes; worth it only for what is handed out.
    deb: { compression: runtime.source === 'fallback' ? 'gz' : 'xz' },
    mac: { category: 'public.app-category.news', target: ['dmg', 'zip'], hardenedRuntime: true },
    win: { target: ['nsis', 'zip'] },
  }
}
