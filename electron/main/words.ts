/** What the host itself says: in dialogs before or beside the page, and in the menu. One catalogue per language. */
const english = {
  startFailed: 'Galley did not start',
  startFault: 'Galley did not start because of a fault of its own. Your stories were not touched.',
  unsavedTitle: 'Some changes are not saved yet',
  unsavedDetail:
    'Galley could not save the last changes of {stories} within a few seconds. They are lost if you close now.',
  unsavedReason: '{reason} The last changes of {stories} are not saved yet, and are lost if you close now.',
  keepOpen: 'Keep open',
  closeAnyway: 'Close and lose them',
  goneTitle: 'The window stopped working',
  goneDetail: 'Everything that was shown as saved is safe.',
  openAgain: 'Open it again',
  quitNow: 'Quit',
  chooseStories: 'Import stories',
  chooseFolderToImport: 'Import a folder',
  saveReport: 'Save the report of the import',
  reportName: 'Import report',
  textFiles: 'Text',
  choosePhotos: 'Add images',
  chooseFolder: 'Publish to a folder',
  storyFiles: 'Stories',
  photoFiles: 'Images',
  allFiles: 'All files',
  reportImported: 'Imported',
  reportNewer: 'Newer text for a story that was there',
  reportAlready: 'There already',
  reportTrashed: 'There already, in the trash',
  reportRefused: 'Refused',
  reportPassedOver:
    'Passed over: {hidden} hidden, {rubbish} left by the system or a program, {links} links or no files, {workspaces} workspaces of Galley',
  handedOver: 'Handed over as it stood. This version was not published.',
  reportLeft: 'Not looked at: {left}',
} as const

export type Words = { readonly [Key in keyof typeof english]: string }

const catalogues: Readonly<Record<string, Words>> = { en: english }

/** The catalogue for a language tag; English where there is none. */
export function wordsFor(locale: string): Words {
  return catalogues[locale.split('-', 1)[0] ?? 'en'] ?? english
}
