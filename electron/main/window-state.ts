import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { storyIdSchema } from '../../storage/model/ids.ts'

/** A rectangle of the screen, in its device-independent pixels. */
const boundsSchema = z.strictObject({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })
export type Bounds = z.infer<typeof boundsSchema>

const windowStateSchema = z.strictObject({
  bounds: boundsSchema.nullable(),
  maximised: z.boolean(),
  /** The story that was open last. */
  story: storyIdSchema.nullable(),
})
export type WindowState = z.infer<typeof windowStateSchema>

const unknownState: WindowState = { bounds: null, maximised: false, story: null }

/** How the window was left. A convenience: a missing or broken file is as good as none, and a failed write is nothing. */
export class WindowStateFile {
  readonly #file: string
  #state: WindowState

  constructor(file: string) {
    this.#file = file
    this.#state = readState(file)
  }

  get state(): WindowState {
    return this.#state
  }

  /** Keeps what changed. Written at once, so that a crash leaves the last story open. */
  keep(changed: Partial<WindowState>): void {
    const next = { ...this.#state, ...changed }
    if (isDeepStrictEqual(next, this.#state)) return
    this.#state = next
    try {
      writeFileSync(`${this.#file}.new`, JSON.stringify(next))
      renameSync(`${this.#file}.new`, this.#file)
    } catch {
      // The window opens at its usual place next time.
    }
  }
}

function readState(file: string): WindowState {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return unknownState
  }
}

export const smallest = { width: 1024, height: 700 } as const
const usual = { width: 1440, height: 900 } as const

/**
 * Where to open a window: where it was left, if that still lies on a screen; else the usual size, as far as the
 * first screen has room for it, and the system's choice of place.
 */
export function openingBounds(left: Bounds | null, screens: readonly Bounds[]): Partial<Bounds> {
  if (left !== null && screens.some((screen) => graspable(left, screen))) {
    return { ...left, width: Math.max(left.width, smallest.width), height: Math.max(left.height, smallest.height) }
  }
  const [first] = screens
  return {
    width: Math.max(smallest.width, Math.min(usual.width, first?.width ?? usual.width)),
    height: Math.max(smallest.height, Math.min(usual.height, first?.height ?? usual.height)),
  }
}

/** True when enough of the title bar lies on the screen to take hold of it. */
function graspable(window: Bounds, screen: Bounds): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  return across >= 160 && window.y >= screen.y && window.y + 48 <= screen.y + screen.height
}
