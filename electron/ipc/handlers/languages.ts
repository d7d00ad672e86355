import { bringInLine, createLanguageVersion, languageVersions } from '../../../storage/library/language-versions.ts'
import type { Desk } from '../../main/desk.ts'
import type { AreaHandlers } from './handlers.ts'

export function languagesHandlers({ workspace }: Desk): AreaHandlers<'languages'> {
  return {
    list: async ({ id }) => ({ versions: await languageVersions(workspace, id) }),
    create: async ({ id, language }) => ({ id: (await createLanguageVersion(workspace, id, language)).record.id }),
    bringInLine: ({ id }) => bringInLine(workspace, id),
  }
}
