import { build } from 'esbuild'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { nodeBundle } from '../../build/bundles.ts'

const html = (styles: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>Bare</title>${styles}` +
  '<script type="module" src="page.js"></script></head><body></body></html>'

/**
 * Bundles the baselines: an application that is one window, and the pages that it can show.
 *
 * @param folder where to, a new folder
 * @returns the application's folder and the pages' paths
 */
export async function buildBareApplication(folder: string): Promise<{ folder: string; empty: string; editor: string }> {
  const here = import.meta.dirname
  await mkdir(folder, { recursive: true })
  await Promise.all([
    build({ ...nodeBundle, entryPoints: { main: join(here, 'bare-window/main.ts') }, outdir: folder }),
    ...['bare-window', 'bare-editor'].map(async (name) => {
      const outdir = join(folder, name)
      await build({
        entryPoints: { page: join(here, name, 'page.ts') },
        outdir,
        bundle: true,
        minify: true,
        format: 'esm',
        target: 'chrome130',
      })
      const styles = name === 'bare-editor' ? '<link rel="stylesheet" href="page.css">' : ''
      await writeFile(join(outdir, 'index.html'), html(styles))
    }),
    writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'bare', main: 'main.mjs', type: 'module' })),
  ])
  return { folder, empty: join(folder, 'bare-window/index.html'), editor: join(folder, 'bare-editor/index.html') }
}
