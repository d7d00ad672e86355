import { nativeImage } from 'electron'
import type { NativeImage } from 'electron'

const [width, height] = [28, 36]
const [paper, edge, ink] = [0xfffaf8f5, 0xff6e6a62, 0xff9a958c] as const

/** What hangs on the pointer while stories are dragged: a sheet with lines on it. */
export function dragIcon(): NativeImage {
  const pixels = new Uint32Array(width * height).map((_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)]
    if (x === 0 || y === 0 || x === width - 1 || y === height - 1) return edge
    const isLine = y > 6 && y < height - 6 && y % 5 === 2 && x > 4 && x < width - (y === 7 ? 12 : 5)
    return isLine ? ink : paper
  })
  return nativeImage.createFromBitmap(Buffer.from(pixels.buffer), { width, height })
}
