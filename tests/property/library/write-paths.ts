import { join } from 'node:path'
import type { FileSystem } from '../../../storage/files/file-system.ts'
import { examine } from '../../../storage/library/doctor/doctor.ts'
import { openWorkspace } from '../../../storage/library/open-workspace.ts'
import { storyPlaces } from '../../../storage/library/places.ts'
import { addPhoto } from '../../../storage/media/photos.ts'
import { photoRecordPath } from '../../../storage/media/place.ts'
import { english, sampleDocument } from '../../fixtures/stories.ts'
import { ledgerEntry, moment, photoBytes, quietly } from './full-desk.ts'
import type { FullDesk } from './full-desk.ts'
import { comingBackPaths } from './coming-back-paths.ts'
import { put, zero } from './sound-files.ts'
import { nothing, onStory, typeInto, within } from './write-path.ts'
import type { WritePath } from './write-path.ts'

const damageStory = async ({ root, story }: FullDesk, fs: FileSystem): Promise<void> => {
  const { file, folder, journal } = storyPlaces(root, story)
  await zero(fs, file)
  await put(fs, join(folder, '.story.json.0123456789abcdef.tmp'), Buffer.from('{"for'))
  const torn = await fs.open(journal, 'a')
  await torn.write(Buffer.from('{"sum":"0'))
  await torn.close()
}

/** Every way in which the library writes to a workspace. */
export const writePaths: readonly WritePath[] = [
  {
    name: 'creating a story',
    begin: within((workspace) => workspace.createStory({ language: english, document: sampleDocument() })),
  },
  { name: 'a keystroke', begin: onStory((story) => typeInto(story, 'Ո')) },
  {
    name: 'a keystroke after others',
    begin: onStory(
      (story) => typeInto(story, 'Ո'),
      (story) => typeInto(story, 'Ւ'),
    ),
  },
  { name: 'a change of the record', begin: onStory(({ authority }) => authority.changeRecord({ desk: 'Ա' })) },
  {
    name: 'a change of status, which a version follows',
    begin: onStory(({ authority }) => authority.changeRecord({ status: 'ready' })),
    mayFollow: 'status',
  },
  {
    name: 'a snapshot, which cuts the journal',
    begin: onStory(
      ({ authority }) => authority.flush(),
      (story) => typeInto(story, 'Ո'),
    ),
  },
  {
    name: 'closing a story',
    begin: onStory(
      (story) => story.close(),
      (story) => typeInto(story, 'Ո'),
    ),
  },
  {
    name: 'opening a workspace and closing it',
    begin: async ({ root }, fs) => ({
      act: async () => (await openWorkspace(root, { ...quietly, fileSystem: fs })).close(),
      close: nothing,
    }),
  },
  {
    name: 'opening a workspace whose settings and names are damaged',
    given: async ({ root }, fs) => {
      for (const name of ['galley.json', 'authority.json']) await zero(fs, root, name)
      await put(fs, join(root, '.galley.json.0123456789abcdef.tmp'), Buffer.from('{'))
    },
    begin: async ({ root }, fs) => ({
      act: async () => (await openWorkspace(root, { ...quietly, fileSystem: fs })).close(),
      close: nothing,
    }),
  },
  {
    name: 'opening a damaged story',
    given: damageStory,
    begin: within(async (workspace, { story }) => (await workspace.openStory(story)).close()),
  },
  {
    name: 'naming a version of new text',
    given: async ({ root, story: id }, fs) => {
      const workspace = await openWorkspace(root, { ...quietly, fileSystem: fs })
      const story = await workspace.openStory(id)
      await typeInto(story, 'Ո')
      await workspace.close()
    },
    begin: within((workspace, { story }) => workspace.nameVersion(story, 'second draft')),
  },
  {
    name: 'naming a version again',
    given: async ({ root, story }, fs) => {
      const workspace = await openWorkspace(root, { ...quietly, fileSystem: fs })
      await workspace.nameVersion(story, 'second draft')
      await workspace.close()
    },
    begin: within((workspace, { story }) => workspace.nameVersion(story, 'third draft')),
  },
  { name: 'restoring a version', begin: within((workspace, { story }) => workspace.restoreVersion(story, 1)) },
  { name: 'changing the settings', begin: within((workspace) => workspace.changeSettings({ editor: 'Լիա' })) },
  {
    name: 'adding a name',
    begin: within((workspace) => workspace.addEntity({ kind: 'place', name: 'Վերնաշատ', role: '' })),
  },
  {
    name: 'entering a publication into the ledger',
    begin: within((workspace, { story }) => workspace.ledger.append([ledgerEntry(story, 3)])),
  },
  {
    name: 'the first publication of a month',
    begin: within((workspace, { story }) =>
      workspace.ledger.append([{ ...ledgerEntry(story, 3), at: '2026-05-01T00:00:00.000Z' }]),
    ),
  },
  {
    name: 'adding a photo',
    begin: async ({ root }, fs) => {
      const bytes = await photoBytes('plain.jpg')
      return { act: () => addPhoto(root, 'plain.jpg', bytes, { files: fs, now: moment }), close: nothing }
    },
  },
  { name: 'putting a story into the trash', begin: within((workspace, { story }) => workspace.trash(story)) },
  { name: 'taking a story back', begin: within((workspace, { trashed }) => workspace.restoreFromTrash(trashed)) },
  { name: 'emptying the trash', begin: within((workspace) => workspace.emptyTrash(0)) },
  {
    name: 'the doctor, mending',
    given: async (desk, fs) => {
      await damageStory(desk, fs)
      await zero(fs, desk.root, 'galley.prev.json')
      await zero(fs, photoRecordPath(desk.root, desk.photo))
    },
    begin: async ({ root }, fs) => ({ act: () => mended(root, fs), close: nothing }),
    settle: ({ root }, fs) => mended(root, fs),
  },
  ...comingBackPaths,
]

export async function mended(root: string, fs: FileSystem): Promise<void> {
  await examine(root, { repair: true, now: moment, files: fs })
}
