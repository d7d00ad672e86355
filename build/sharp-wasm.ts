import type { Plugin } from 'esbuild'

/**
 * The module in which sharp picks its binary for the platform. It is replaced by one line that always takes the
 * WebAssembly build, in every bundle and in the tests:
 *
 * - The native build brings a GLib of its own. Inside Electron on Linux it meets Electron's GLib in one process, and
 *   the two corrupt each other.
 * - One build everywhere gives the same bytes everywhere: in the window's worker, on the command line, in a test,
 *   on any platform. Published bundles are compared byte by byte.
 */
const binaryPicker = /[\\/]sharp[\\/]dist[\\/]sharp\.[cm]js$/
const webAssembly = '@img/sharp-wasm32/sharp.node'
// Required, not imported: an import would be hoisted to the top of a bundle and load it before anybody has a picture.
const replacement = `import { createRequire } from 'node:module'
export default createRequire(import.meta.url)('${webAssembly}')`

/** For esbuild. The WebAssembly package itself stays outside the bundle: it starts threads from its own files. */
export const sharpWasm: Plugin = {
  name: 'sharp-wasm',
  setup(build) {
    build.onResolve({ filter: /^@img\/sharp-/ }, ({ path }) => ({ path, external: true }))
    build.onLoad({ filter: binaryPicker }, () => ({ contents: replacement, loader: 'js' }))
  },
}

/** For Vite and Vitest, where `sharp` must be inlined for a plugin to see its files. */
export const sharpWasmForVite = {
  name: 'sharp-wasm',
  enforce: 'pre' as const,
  load(id: string): string | undefined {
    return binaryPicker.test(id.split('?')[0] ?? '') ? replacement : undefined
  },
}
