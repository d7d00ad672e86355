import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '..')
const commandLine = join(root, 'dist/cli/galley.mjs')
const sample = join(import.meta.dirname, 'sample')

/** The page and the photo of the sample, as an editor would bring them in. */
export const samplePage = join(sample, 'story.txt')
export const samplePhoto = join(sample, 'bridge.jpg')

/**
 * A workspace to try Galley in, with the sample story and its photo; made once, then kept as it was left.
 *
 * @returns the arguments that open it: the workspace, and the story while there is one
 */
export async function sampleDesk(): Promise<string[]> {
  const workspace = join(root, '.cache/sample-desk')
  if (!existsSync(join(workspace, 'galley.json'))) {
    await galley('init', workspace, '--name', 'Sample desk')
    const { imported } = (await galley('import', samplePage, '--workspace', workspace)) as {
      imported: { id: string }[]
    }
    await galley('photo', samplePhoto, '--story', imported[0]?.id ?? '', '--workspace', workspace)
    return ['--workspace', workspace, '--story', imported[0]?.id ?? '']
  }
  return ['--workspace', workspace]
}

/** Runs the built command line and reads the JSON that it answers with. */
export async function galley(...words: string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, [commandLine, ...words, '--json', '--quiet'])
  return JSON.parse(stdout) as unknown
}
