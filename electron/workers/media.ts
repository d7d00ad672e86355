import { nodeFileSystem as files } from '../../storage/files/node-file-system.ts'
import { addPhoto, findPhoto, readOriginal, readPhoto } from '../../storage/media/photos.ts'
import { renditions } from '../../storage/media/renditions.ts'
import { describeError } from '../main/log.ts'
import { mediaCalls } from './calls/media.ts'
import { serve } from './calls/serve.ts'

const root = process.argv[2]
if (root === undefined) throw new Error('the media process needs the workspace')

serve(
  process.parentPort,
  mediaCalls,
  {
    add: ({ name, bytes }) => addPhoto(root, name, bytes, { files }),
    find: ({ id }) => findPhoto(root, id, files),
    original: async ({ id }) => {
      const photo = await readPhoto(root, id, files)
      return { type: photo.type, data: await readOriginal(root, photo, files) }
    },
    renditions: ({ id, description }) =>
      renditions(root, id, { files, ...(description === null ? {} : { description }) }),
  },
  (what, error) => process.stderr.write(`media ${what} ${describeError(error)}\n`),
)
