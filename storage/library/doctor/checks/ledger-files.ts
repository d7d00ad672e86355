import { join } from 'node:path'
import { namesIn } from '../../../files/folders.ts'
import { fileParser, ledgerFileSchema } from '../../formats.ts'
import type { Check } from '../check.ts'
import { checkGenerations } from '../generations-check.ts'

/** The months of the ledger in `published/`. */
export const ledgerFiles: Check = async function* (patient) {
  const folder = join(patient.root, 'published')
  const names = await namesIn(patient.fs, folder)
  const months = new Set(names.flatMap((name) => /^(\d{4}-\d{2})(?:\.prev)?\.json$/.exec(name)?.[1] ?? []))
  for (const month of months) {
    yield* checkGenerations(patient, {
      path: join(folder, `${month}.json`),
      code: 'ledger_damaged',
      what: `The publications of ${month}`,
      parse: fileParser(ledgerFileSchema),
    })
  }
}
