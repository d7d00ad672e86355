import { gunzipSync } from 'node:zlib'
import type { FileSystem } from '../../../storage/files/file-system.ts'
import { openWorkspace } from '../../../storage/library/open-workspace.ts'
import { storyPlaces } from '../../../storage/library/places.ts'
import type { Workspace } from '../../../storage/library/workspace.ts'
import { GalleyError, isGalleyError } from '../../../storage/model/errors.ts'
import { headlineOf } from '../../../storage/model/summary.ts'
import { moveIn } from '../../../storage/moving-in/move-in.ts'
import type { MovedFile } from '../../../storage/moving-in/moved-file.ts'
import { bringUpToDate, storingDesk } from '../../../storage/moving-in/moving-desk.ts'
import { moment, quietly, reopened } from './full-desk.ts'
import type { FullDesk } from './full-desk.ts'
import { put } from './sound-files.ts'
import { onStory, typeInto, within } from './write-path.ts'
import type { WritePath } from './write-path.ts'

/** What a crash leaves of a story whose journal says more than its file. */
async function crashWhileTyping({ root, story: id }: FullDesk, fs: FileSystem): Promise<void> {
  const workspace = await openWorkspace(root, { ...quietly, fileSystem: fs })
  await typeInto(await workspace.openStory(id), 'Ո')
  const { file, previous, journal } = storyPlaces(root, id)
  const left: [string, Uint8Array][] = []
  for (const path of [file, previous, journal]) left.push([path, await fs.readFile(path)])
  await workspace.close()
  for (const [path, bytes] of left) await write(fs, path, bytes)
}

async function write(fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  await fs.unlink(path)
  await put(fs, path, bytes)
}

const theirs = 'What the others wrote'
const unsaved = 'ՈՒՆ'

/** Another program puts another story in the place of ours, durably. */
async function changeByAnother({ root, story }: FullDesk, fs: FileSystem): Promise<void> {
  const { file, folder } = storyPlaces(root, story)
  const { sum: _sum, ...ours } = JSON.parse(Buffer.from(await fs.readFile(file)).toString()) as { sum: string }
  const changed = JSON.stringify(ours).replace(/"text":"[^"]*"/, `"text":"${theirs}"`)
  await put(fs, `${file}.theirs`, Buffer.from(changed))
  await fs.rename(`${file}.theirs`, file)
  await fs.syncFolder(folder)
}

/** The next process opens the story, and so meets what another program made of it. */
const openedAgain: WritePath['settle'] = ({ root, story }, fs) =>
  reopened(fs, root, async (workspace) => (await workspace.openStory(story)).close())

/** Those words that are in no file any more. */
const words =
  (...wanted: string[]): WritePath['gone'] =>
  (files) => {
    const texts = [...files].map(([path, bytes]) => textOf(path, bytes))
    return wanted.filter((each) => !texts.some((text) => text.includes(each)))
  }

function textOf(path: string, bytes: Uint8Array): string {
  try {
    return Buffer.from(path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
  } catch {
    // Half of an archive that is still being written.
    return ''
  }
}

/** Throws what a story that was not taken over yet comes to: it is looked at again later. */
async function takeOver(workspace: Workspace, { story }: FullDesk): Promise<void> {
  await workspace.lookAround()
  if (!headlineOf((await workspace.readStory(story)).document).startsWith(theirs)) throw notYet()
}

const notYet = (): GalleyError => new GalleyError('disk_refused', 'Not taken over yet.')

const source = 'Moved in\n\nThe ferry bell was hung on Tuesday, in front of the town.\n'

/** Moves one file in. Throws what stood in its way. */
async function move(workspace: Workspace, { root }: FullDesk, fs: FileSystem, text: string): Promise<void> {
  const moved: MovedFile[] = []
  const { failure } = await moveIn(
    {
      named: ['/from-elsewhere/bell.txt'],
      signal: new AbortController().signal,
      onProgress: () => undefined,
      onMoved: (some) => void moved.push(...some),
    },
    {
      ...storingDesk(root, fs),
      now: () => moment,
      readNamed: () => Promise.resolve(Buffer.from(text)),
      bringUpToDate: (newer) => bringUpToDate(workspace, newer),
    },
  )
  const [file] = moved
  if (failure !== null) throw new GalleyError(failure.code, failure.message)
  if (file?.outcome === 'refused') throw new GalleyError(file.code, file.message)
}

const movedAgain =
  (text: string): WritePath['settle'] =>
  (desk, fs) =>
    reopened(fs, desk.root, (workspace) => move(workspace, desk, fs, text))

/** Ways in which words come back, or come from elsewhere. */
export const comingBackPaths: readonly WritePath[] = (
  [
    {
      name: 'keeping what came back after a crash',
      given: crashWhileTyping,
      begin: onStory(async (story, workspace) => {
        await workspace.keepRecovered(story.authority.record.id)
        await story.close()
      }),
    },
    {
      name: 'going back to what was saved',
      given: crashWhileTyping,
      begin: onStory((story, workspace) => workspace.goBackToSaved(story.authority.record.id)),
      gone: words('Ո'),
    },
    {
      name: 'making a story again from a version',
      given: async ({ root, story }, fs) => {
        const { file, previous } = storyPlaces(root, story)
        await write(fs, file, Buffer.from('damaged newest'))
        await write(fs, previous, Buffer.from('damaged before'))
      },
      begin: within((workspace, { story }) => workspace.rebuildStory(story, 1)),
      settle: ({ root, story }, fs) =>
        reopened(fs, root, (workspace) =>
          workspace.rebuildStory(story, 1).catch((error: unknown) => {
            if (!isGalleyError(error, 'destination_exists')) throw error
          }),
        ),
      gone: words('damaged newest', 'damaged before'),
    },
    {
      name: 'taking over what others made',
      begin: async (desk, fs) => {
        const workspace = await openWorkspace(desk.root, { ...quietly, fileSystem: fs })
        await workspace.openStory(desk.story)
        await changeByAnother(desk, fs)
        return { act: () => takeOver(workspace, desk), close: () => workspace.close() }
      },
      settle: openedAgain,
      anySteps: true,
      gone: words(theirs),
    },
    {
      name: 'keeping ours and what others made',
      begin: async (desk, fs) => {
        const workspace = await openWorkspace(desk.root, { ...quietly, fileSystem: fs })
        const story = await workspace.openStory(desk.story)
        await typeInto(story, unsaved)
        await changeByAnother(desk, fs)
        return { act: () => story.authority.flush(), close: () => workspace.close() }
      },
      settle: openedAgain,
      anySteps: true,
      gone: words(theirs, unsaved),
    },
    {
      name: 'moving a file in',
      begin: within((workspace, desk, fs) => move(workspace, desk, fs, source)),
      settle: movedAgain(source),
      isOnce: true,
    },
    {
      name: 'moving in the newer text of a file',
      given: async (desk, fs) => {
        const workspace = await openWorkspace(desk.root, { ...quietly, fileSystem: fs })
        await move(workspace, desk, fs, source)
        await workspace.close()
      },
      begin: within((workspace, desk, fs) => move(workspace, desk, fs, source.replace('Tuesday', 'Friday'))),
      settle: movedAgain(source.replace('Tuesday', 'Friday')),
      isOnce: true,
    },
  ] satisfies WritePath[]
).map((path) => ({ ...path, isComposed: true }))
