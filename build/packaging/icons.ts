import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

const sizes = [16, 32, 48, 64, 128, 256, 512]

/** Renders the application's icon in every size that desktops ask for. */
export async function renderIcons(svg: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const source = await readFile(svg)
  await Promise.all(
    sizes.map((size) =>
      sharp(source, { density: 288 })
        .resize(size, size)
        .png()
        .toFile(join(folder, `${size}x${size}.png`)),
    ),
  )
}
