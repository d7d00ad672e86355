import type { Plugin } from 'esbuild'

/**
 * Leaves out the fifty languages of zod's messages: `import { z } from 'zod'` brings all of them along, a third of a
 * megabyte in each bundle, and Galley shows none of its messages to anybody. English stays, zod's own default.
 */
export const leanZod: Plugin = {
  name: 'lean-zod',
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: `export { default as en } from './en.js'`,
      loader: 'js',
    }))
  },
}
