import { basename, join } from 'node:path'
import { writeSummedJson } from '../../../files/summed-json.ts'
import { defaultSettings } from '../../../model/settings.ts'
import { fileParser, workspaceFileSchema } from '../../formats.ts'
import type { Check } from '../check.ts'
import { checkGenerations } from '../generations-check.ts'

/** `galley.json`, without which no story of the workspace opens. */
export const settingsFile: Check = (patient) =>
  checkGenerations(patient, {
    path: join(patient.root, 'galley.json'),
    code: 'settings_damaged',
    what: 'The settings',
    parse: fileParser(workspaceFileSchema),
    fresh: () => {
      const name = basename(patient.root).slice(0, 200).trim() || 'Galley'
      const file = { format: 1, name, created: patient.now.toISOString(), settings: defaultSettings }
      return Buffer.from(writeSummedJson(workspaceFileSchema.parse(file)))
    },
  })
