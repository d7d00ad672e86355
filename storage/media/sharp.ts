import type sharp from 'sharp'
import { GalleyError } from '../model/errors.ts'

/**
 * The image library, loaded when the first picture is: that takes a quarter of a second, and most commands see none.
 * One build everywhere: published bytes must not depend on the platform, and the native build crashes inside Electron.
 */
export async function loadSharp(): Promise<typeof sharp> {
  const { default: loaded } = await import('sharp')
  if ('emscripten' in loaded.versions) return loaded
  throw new GalleyError('internal', 'The native build of the image library was loaded instead of the WebAssembly one.')
}
