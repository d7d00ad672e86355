import type { Node } from 'prosemirror-model'
import { createWorkspace } from '../../storage/library/open-workspace.ts'
import { readLanguageTag } from '../../storage/model/language.ts'

/**
 * Makes a workspace that holds one story per document.
 *
 * @returns the ids of the stories, in order
 */
export async function makeWorkspace(folder: string, documents: readonly Node[]): Promise<string[]> {
  const language = readLanguageTag('en')
  if (language === null) throw new TypeError('English should be a language.')
  const workspace = await createWorkspace(folder, { name: 'Bench', language }, { holder: 'a benchmark' })
  try {
    const ids: string[] = []
    for (const document of documents) ids.push((await workspace.createStory({ language, document })).record.id)
    return ids
  } finally {
    await workspace.close()
  }
}
