import { join } from 'node:path'
import { authorityFileSchema, fileParser } from '../../formats.ts'
import type { Check } from '../check.ts'
import { checkGenerations } from '../generations-check.ts'

/** `authority.json`, how the house writes names. */
export const namesFile: Check = (patient) =>
  checkGenerations(patient, {
    path: join(patient.root, 'authority.json'),
    code: 'names_damaged',
    what: 'The names',
    parse: fileParser(authorityFileSchema),
  })
