// Draws the sample photo: `node build/run.mjs build/sample/photo.ts`. Hills in mist, a truss bridge, people crossing it.
// The same numbers every time, so the same picture; its description is embedded afterwards (see README.md here).
import { join } from 'node:path'
import sharp from 'sharp'

const width = 1600
const height = 1067
const deck = 668

/** A seeded generator: the picture must not change from run to run. */
function randoms(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Heights of a ridge by halving: each half is shifted by less than the one before. */
function ridge(seed: number, roughness: number, spread: number): number[] {
  const random = randoms(seed)
  let points = [random() - 0.5, random() - 0.5]
  for (let size = spread; points.length < 260; size *= roughness) {
    points = points.flatMap((point, at) => {
      const next = points[at + 1]
      return next === undefined ? [point] : [point, (point + next) / 2 + (random() - 0.5) * size]
    })
  }
  return points
}

interface Hill {
  readonly seed: number
  readonly base: number
  readonly tall: number
  readonly grey: number
  readonly roughness: number
  /** Pulls the ridge up at the sides, so that a valley opens in the middle. */
  readonly valley: number
}

function hill({ seed, base, tall, grey, roughness, valley }: Hill, id: number): string {
  const heights = ridge(seed, roughness, 1.1)
  const line = heights.map((value, at) => {
    const across = at / (heights.length - 1)
    const open = Math.pow(Math.abs(across - 0.52) * 2, 1.5) * valley
    return `${(across * width).toFixed(1)},${(base - value * tall - open).toFixed(1)}`
  })
  const top = `rgb(${grey},${grey},${grey})`
  const mist = Math.min(236, grey + 74)
  return `<linearGradient id="h${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0.15" stop-color="${top}"/>
    <stop offset="0.95" stop-color="rgb(${mist},${mist},${mist})"/></linearGradient>
    <polygon fill="url(#h${id})" points="0,${height} ${line.join(' ')} ${width},${height}"/>`
}

function person(x: number, tall: number, lean: number, raised: boolean): string {
  const foot = deck - 3
  const top = foot - tall
  const body = tall * 0.62
  const step = tall * 0.13
  return `<g fill="#141414" stroke="#141414" stroke-linecap="round">
    <circle cx="${x + lean}" cy="${top + tall * 0.09}" r="${tall * 0.085}" stroke="none"/>
    <path d="M ${x + lean * 0.8 - tall * 0.11} ${top + tall * 0.2} q ${tall * 0.11} ${-tall * 0.05} ${tall * 0.22} 0 L ${x + tall * 0.1} ${top + body} L ${x - tall * 0.1} ${top + body} Z" stroke="none"/>
    <path d="M ${x - tall * 0.04} ${top + body - 1} L ${x - step} ${foot} M ${x + tall * 0.04} ${top + body - 1} L ${x + step} ${foot}" stroke-width="${tall * 0.085}"/>
    <path d="M ${x + lean * 0.6 + tall * 0.09} ${top + tall * 0.23} L ${x + tall * 0.2} ${raised ? top - tall * 0.04 : top + tall * 0.5}" stroke-width="${tall * 0.06}"/>
  </g>`
}

/** Two trusses, the far one paler: chords, posts and diagonals, and the deck between them. */
function truss(dx: number, dy: number, grey: number, stroke: number): string {
  const left = 128 + dx
  const right = 1472 + dx
  const panels = 14
  const step = (right - left) / panels
  const low = deck + dy
  const high = deck - 168 + dy
  const rise = (at: number): number => high + Math.pow(Math.abs(at / panels - 0.5) * 2, 2) * 58
  const x = (at: number): number => left + at * step
  const lines: string[] = []
  for (let at = 1; at < panels; at += 1) {
    lines.push(`M ${x(at)} ${low} L ${x(at)} ${rise(at)}`)
    if (at < panels - 1) lines.push(`M ${x(at)} ${rise(at)} L ${x(at + 1)} ${rise(at + 1)}`)
    const towards = at < panels / 2 ? at + 1 : at - 1
    if (at !== panels / 2) lines.push(`M ${x(at)} ${rise(at)} L ${x(towards)} ${low}`)
  }
  lines.push(`M ${left} ${low} L ${x(1)} ${rise(1)}`, `M ${right} ${low} L ${x(panels - 1)} ${rise(panels - 1)}`)
  lines.push(`M ${left - 200} ${low} L ${right + 200} ${low}`)
  return `<path d="${lines.join(' ')}" stroke="rgb(${grey},${grey},${grey})" stroke-width="${stroke}" fill="none" stroke-linecap="round"/>`
}

function bank(points: string, id: string): string {
  return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2b2b2b"/><stop offset="0.55" stop-color="#3b3b3b"/>
    <stop offset="1" stop-color="#565656"/></linearGradient><polygon points="${points}" fill="url(#${id})"/>`
}

function trees(seed: number, from: number, to: number, ground: (x: number) => number, count: number): string {
  const random = randoms(seed)
  const all: string[] = []
  for (let index = 0; index < count; index += 1) {
    const x = from + random() * (to - from)
    const tall = 26 + random() * 62
    const y = ground(x) + 6
    const shade = 24 + Math.floor(random() * 26)
    const tiers = [0, 1, 2, 3].map((tier) => {
      const top = y - tall + (tall * tier) / 5
      const half = tall * (0.09 + tier * 0.055)
      return `M ${x} ${top} L ${x + half} ${top + tall / 3} L ${x - half} ${top + tall / 3} Z`
    })
    all.push(
      `<path d="${tiers.join(' ')} M ${x - 1.5} ${y} h 3 v ${-tall * 0.4} h -3 Z" fill="rgb(${shade},${shade},${shade})"/>`,
    )
  }
  return all.join('')
}

const hills: readonly Hill[] = [
  { seed: 11, base: 400, tall: 130, grey: 190, roughness: 0.56, valley: 60 },
  { seed: 5, base: 470, tall: 150, grey: 162, roughness: 0.55, valley: 150 },
  { seed: 29, base: 560, tall: 150, grey: 128, roughness: 0.54, valley: 250 },
  { seed: 17, base: 690, tall: 130, grey: 92, roughness: 0.53, valley: 330 },
  { seed: 41, base: 905, tall: 120, grey: 104, roughness: 0.58, valley: 420 },
  { seed: 37, base: 1040, tall: 90, grey: 78, roughness: 0.58, valley: 560 },
]

const walkers = [
  [432, 58, 1, false],
  [468, 55, -1, false],
  [489, 36, 1, true],
  [604, 59, 2, false],
  [640, 56, 0, true],
  [742, 57, -1, false],
  [772, 54, 1, false],
  [801, 58, 0, false],
  [818, 34, 1, false],
  [935, 60, 1, true],
  [972, 56, -2, false],
  [1090, 57, 1, false],
  [1122, 55, 0, false],
] as const

const leftGround = (x: number): number => 676 + Math.max(0, x - 120) * 1.55
const rightGround = (x: number): number => 676 + Math.max(0, 1480 - x) * 1.55

const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
  <defs>
    <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#b9b9b9"/><stop offset="0.42" stop-color="#efefef"/><stop offset="1" stop-color="#dcdcdc"/></linearGradient>
    <radialGradient id="sun" cx="0.62" cy="0.2" r="0.45"><stop offset="0" stop-color="#ffffff"/><stop offset="1" stop-color="#ffffff" stop-opacity="0"/></radialGradient>
    <linearGradient id="haze" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f2f2f2" stop-opacity="0"/><stop offset="0.42" stop-color="#f2f2f2" stop-opacity="0.62"/><stop offset="0.75" stop-color="#e4e4e4" stop-opacity="0.5"/><stop offset="1" stop-color="#f2f2f2" stop-opacity="0.1"/></linearGradient>
    <radialGradient id="edge" cx="0.5" cy="0.45" r="0.78"><stop offset="0.6" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity="0.34"/></radialGradient>
    <filter id="soft"><feGaussianBlur stdDeviation="1.1"/></filter>
    <filter id="mist"><feGaussianBlur stdDeviation="34"/></filter>
  </defs>
  <rect width="100%" height="100%" fill="url(#sky)"/><rect width="100%" height="100%" fill="url(#sun)"/>
  <g filter="url(#soft)">${hills.map(hill).join('')}</g>
  <rect y="470" width="100%" height="600" fill="url(#haze)"/>
  <g filter="url(#mist)" fill="#f4f4f4" opacity="0.7"><ellipse cx="760" cy="900" rx="700" ry="90"/><ellipse cx="520" cy="620" rx="380" ry="26"/><ellipse cx="1240" cy="560" rx="300" ry="22"/></g>
  ${trees(61, 60, 420, (x) => leftGround(x) - 34, 60)}${trees(62, 1190, 1560, (x) => rightGround(x) - 34, 60)}
  ${bank('0,640 60,652 118,676 150,700 166,742 214,800 238,852 290,906 318,968 366,1020 384,1067 0,1067', 'left')}
  ${bank('1600,632 1530,648 1482,676 1450,700 1432,748 1386,806 1362,846 1312,898 1290,962 1244,1014 1222,1067 1600,1067', 'right')}
  ${trees(3, 0, 390, leftGround, 90)}${trees(8, 1215, 1600, rightGround, 90)}
  ${trees(23, 0, 260, (x) => leftGround(x) + 70 + ((x * 37) % 300), 110)}${trees(24, 1350, 1600, (x) => rightGround(x) + 70 + ((x * 37) % 300), 110)}
  ${truss(14, -9, 96, 4)}
  <path d="M -20 ${deck - 2} H 1620 V ${deck + 11} H -20 Z" fill="#1d1d1d"/>
  ${walkers.map(([x, tall, lean, raised]) => person(x, tall, lean, raised)).join('')}
  <path d="M 60 ${deck - 30} H 1540" stroke="#2c2c2c" stroke-width="2.4"/>
  ${truss(0, 5, 26, 7)}
  <path d="M 96 ${deck + 11} h 66 l 12 74 h -90 Z M 1438 ${deck + 11} h 66 l 12 74 h -90 Z" fill="#3a3a3a"/>
  <rect width="100%" height="100%" fill="url(#edge)"/>
</svg>`

const grain = await sharp({
  create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 22 } },
})
  .greyscale()
  .png()
  .toBuffer()

await sharp(Buffer.from(picture))
  .flatten({ background: '#ffffff' })
  .composite([{ input: grain, blend: 'soft-light' }])
  .greyscale()
  .jpeg({ quality: 78, mozjpeg: true })
  .toFile(join(import.meta.dirname, 'bridge.jpg'))
