import { join } from 'node:path'

/**
 * The compiler that checks types: TypeScript 7, which is native and takes a fifth of the processor time. The package
 * `typescript` stays on 6 for the linters, which call the compiler from JavaScript as 7 cannot be called yet.
 */
export const compiler = join(import.meta.dirname, '../node_modules/typescript-7/bin/tsc')
