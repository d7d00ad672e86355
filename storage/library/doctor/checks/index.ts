import type { Check } from '../check.ts'
import { importsFile } from './imports-file.ts'
import { indexFile } from './index-file.ts'
import { journals } from './journals.ts'
import { ledgerFiles } from './ledger-files.ts'
import { mediaRecords } from './media-records.ts'
import { missingMedia } from './missing-media.ts'
import { namesFile } from './names-file.ts'
import { originals } from './originals.ts'
import { partials } from './partials.ts'
import { settingsFile } from './settings-file.ts'
import { storyFiles } from './story-files.ts'
import { temporaries } from './temporaries.ts'
import { unusedMedia } from './unused-media.ts'
import { versions } from './versions.ts'

/** Every check, in the order in which they mend: stories from their journals before the journals themselves. */
export const checks: readonly Check[] = [
  settingsFile,
  namesFile,
  ledgerFiles,
  importsFile,
  storyFiles,
  journals,
  versions,
  originals,
  mediaRecords,
  missingMedia,
  unusedMedia,
  indexFile,
  temporaries,
  partials,
]
