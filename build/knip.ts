import type { KnipConfig } from 'knip'

/** Where use starts, for the search for files, exports and packages that nothing uses. */
const configuration: KnipConfig = {
  entry: [
    'electron/main/main.ts',
    'electron/preload/preload.ts',
    'electron/workers/*.ts',
    'renderer/app/main.tsx',
    'storage/cli/main.ts',
    'build/*.{ts,mjs}',
    'build/checks/*.ts',
    'build/packaging/fpm.mjs',
    'build/sample/*.ts',
    'build/runtime/default-app/main.mjs',
    'tests/bench/run.ts',
    'tests/e2e/demo.ts',
    'tests/bench/bare-*/*.ts',
    'tests/**/*.{test,spec}.{ts,tsx}',
    // Started as processes of their own.
    'tests/**/*-holder.ts',
    'tests/unit/moving-in/mover.ts',
  ],
  project: ['{storage,electron,renderer,tests,build}/**/*.{ts,tsx,mjs,css}', '*.{ts,js}'],
  ignoreExportsUsedInFile: true,
  // Named by path, in a string, or by another program.
  ignoreDependencies: ['@img/sharp-wasm32', 'stylelint', 'typescript-7'],
  ignoreBinaries: ['unshare', 'du', 'dpkg-deb'],
  // A type that names the outcome of a function or the shape of a schema is there to be read.
  exclude: ['types'],
  compilers: {
    css: (text: string) =>
      [...text.matchAll(/@import\s+['"]([^'"]+)['"]/g)].map(([, from]) => `import '${from}'`).join('\n'),
  },
}

export default configuration
