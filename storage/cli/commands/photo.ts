import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { nodeFileSystem } from '../../files/node-file-system.ts'
import type { Workspace } from '../../library/workspace.ts'
import { addPhoto, mostBytes } from '../../media/photos.ts'
import { GalleyError } from '../../model/errors.ts'
import type { Photo } from '../../model/photo.ts'
import type { StoryId } from '../../model/ids.ts'
import { clientIdSchema, stepJsonSchema } from '../../model/steps.ts'
import { storyIdOf } from '../arguments.ts'
import type { Command } from '../command.ts'
import { eachInput } from '../each-input.ts'
import { placePhoto } from '../place-photo.ts'

/** Adds photos to the media store, and to a story when one is named. */
export const photo: Command = {
  name: 'photo',
  summary: 'Add photos to the media store, and to a story.',
  define: (commander, run) =>
    commander
      .argument('<file...>', 'the photos')
      .option('--story <id>', 'the story to place them in')
      .action((files: string[], { story }: { story?: string }) =>
        run((context) =>
          context.withWorkspace(async (workspace) => {
            const id = story === undefined ? null : storyIdOf(story)
            // A story that is not there is found out before anything is stored.
            if (id !== null) await workspace.readStory(id)
            const { done: photos, refused } = await eachInput(files, context, async (file) => {
              const bytes = await context.readInput(file, mostBytes)
              const added = await addPhoto(workspace.root, basename(file), bytes, { files: nodeFileSystem })
              if (id !== null) await place(workspace, id, added)
              return describe(file, added)
            })
            return {
              json: { photos, refused },
              text: photos
                .map(({ file, media, width, height }) => `${media}  ${width} × ${height}  ${file}`)
                .join('\n'),
              found: refused.length > 0,
            }
          }),
        ),
      ),
}

async function place(workspace: Workspace, id: StoryId, added: Photo): Promise<void> {
  const story = await workspace.openStory(id)
  try {
    const { authority } = story
    const steps = placePhoto(authority.document, added).steps.map((step) => stepJsonSchema.parse(step.toJSON()))
    const answer = await authority.receive(authority.version, steps, clientIdSchema.parse(randomUUID()))
    if (answer.outcome === 'behind') throw new GalleyError('version_behind', 'The story was changed meanwhile.')
  } finally {
    await story.close()
  }
}

function describe(file: string, { id, width, height, description }: Photo): PhotoRow {
  const { caption, alt, headline, creator, credit, copyright, source, created, location } = description
  const { people, keywords, usageTerms, digitalSourceType } = description
  const about = { caption, alt, headline, creator, credit, copyright, source, created, location }
  return { file, media: id, width, height, ...about, people, keywords, usageTerms, digitalSourceType }
}

type PhotoRow = { readonly file: string; readonly media: string } & Pick<Photo, 'width' | 'height'> &
  Omit<Photo['description'], 'extendedDescription' | 'instructions'>
