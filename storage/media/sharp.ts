import sharp from 'sharp'
import { GalleyError } from '../model/errors.ts'

// One build everywhere: published bytes must not depend on the platform, and the native build crashes inside Electron.
if (!('emscripten' in sharp.versions)) {
  throw new GalleyError('internal', 'The native build of the image library was loaded instead of the WebAssembly one.')
}

export { default } from 'sharp'
