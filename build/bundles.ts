import type { BuildOptions } from 'esbuild'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { leanZod } from './lean-zod.ts'
import { sharpWasm } from './sharp-wasm.ts'

const root = join(import.meta.dirname, '..')

/** What is common to the bundles: each is one readable step from its source. */
const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  keepNames: true,
  sourcemap: true,
  metafile: true,
  logLevel: 'warning',
  plugins: [leanZod],
} satisfies BuildOptions

/**
 * ES modules for Node 20 and for Electron's main and utility processes. The oldest runtime decides the syntax.
 * Some libraries are CommonJS and still ask for Node's modules with `require`, which an ES module must make first.
 */
export const nodeBundle = {
  ...shared,
  platform: 'node',
  format: 'esm',
  target: 'node20.18',
  outExtension: { '.js': '.mjs' },
  // What is imported when it is first needed is a file of its own: nothing else waits for it to be read.
  splitting: true,
  // libsql loads its binary for the platform from a package beside it.
  external: ['electron', 'libsql'],
  plugins: [leanZod, sharpWasm],
  banner: { js: `import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);` },
} satisfies BuildOptions

/** The command line: one file that runs on plain Node. */
export function commandLine(): BuildOptions {
  return {
    ...nodeBundle,
    entryPoints: { galley: 'storage/cli/main.ts' },
    outdir: 'dist/cli',
    banner: { js: `#!/usr/bin/env node\n${nodeBundle.banner.js}` },
  }
}

/** The host process, and every utility process that `electron/workers` holds. */
export function host(): BuildOptions {
  const workers = join(root, 'electron/workers')
  const files = existsSync(workers) ? readdirSync(workers).filter((name) => name.endsWith('.ts')) : []
  return {
    ...nodeBundle,
    entryPoints: {
      main: 'electron/main/main.ts',
      ...Object.fromEntries(files.map((name) => [`workers/${name.replace(/\.ts$/, '')}`, `electron/workers/${name}`])),
    },
    outdir: 'dist/electron',
  }
}

/** The bridge. A sandboxed preload must be CommonJS: an ES module fails there without a word. */
export function preload(): BuildOptions {
  return {
    ...shared,
    entryPoints: { preload: 'electron/preload/preload.ts' },
    outdir: 'dist/electron',
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    format: 'cjs',
    target: 'chrome130',
    external: ['electron'],
  }
}

/** The window: script and styles, with fonts as files that the strict content policy can name. */
export function renderer(): BuildOptions {
  return {
    ...shared,
    entryPoints: { main: 'renderer/app/main.tsx' },
    outdir: 'dist/renderer',
    platform: 'browser',
    format: 'esm',
    target: 'chrome130',
    jsx: 'automatic',
    loader: { '.woff2': 'file', '.woff': 'file', '.svg': 'file', '.png': 'file' },
    assetNames: 'assets/[name]-[hash]',
    define: { 'process.env.NODE_ENV': '"production"' },
  }
}
