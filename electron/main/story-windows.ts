import type { WebContents } from 'electron'
import type { StoryAuthority } from '../../storage/journal/authority.ts'
import type { OpenStory, Workspace } from '../../storage/library/workspace.ts'
import { GalleyError } from '../../storage/model/errors.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import type { SavedState } from '../../storage/model/steps.ts'
import { tell } from '../ipc/broadcast.ts'
import type { Report } from './log.ts'

/** How long a window may take to send what it has of a story that goes to the trash, in milliseconds. */
const patience = 2000

/** One story that one window has open. */
interface Held {
  readonly story: OpenStory
  readonly deafen: () => void
}

/**
 * Which window has which story open. A window hears of its stories until it closes them; a page that goes away,
 * reloads or dies lets go of them all.
 */
export class StoryWindows {
  readonly #workspace: Workspace
  readonly #report: Report
  /** Null for a story that is in the workspace no more and that the window has not closed: it may have words of it left. */
  readonly #held = new Map<WebContents, Map<StoryId, Promise<Held> | null>>()
  /** What to call when a window has sent what it has of a story that goes to the trash. */
  readonly #sending = new Map<WebContents, Map<StoryId, () => void>>()

  constructor(workspace: Workspace, report: Report) {
    this.#workspace = workspace
    this.#report = report
  }

  /** Opens the story for this window. Opening it again is the same opening. */
  async open(id: StoryId, window: WebContents): Promise<OpenStory> {
    const stories = this.#storiesOf(window)
    const held = stories.get(id) ?? this.#hold(id, window)
    stories.set(id, held)
    try {
      return (await held).story
    } catch (error) {
      if (stories.get(id) === held) stories.delete(id)
      throw error
    }
  }

  /** The authority of a story that this window has open. Throws `not_found` when it has not. */
  async authority(id: StoryId, window: WebContents): Promise<StoryAuthority> {
    const held = await this.#held.get(window)?.get(id)
    if (held === undefined || held === null)
      throw new GalleyError('not_found', 'This window does not have the story open. Open it again.')
    return held.story.authority
  }

  /** Lets go of the story; a story that is not open is closed already. */
  async close(id: StoryId, window: WebContents): Promise<void> {
    const stories = this.#held.get(window)
    const held = stories?.get(id)
    stories?.delete(id)
    await letGo(held)
  }

  /**
   * Moves a story to the trash once every window that has it open has sent what was typed there, or does not answer.
   * Throws as `Workspace.trash`.
   */
  async trash(id: StoryId): Promise<void> {
    const holding = [...this.#held].flatMap(([window, stories]) => (stories.get(id) ? [window] : []))
    await Promise.all(holding.map((window) => this.#sendsAll(id, window)))
    await this.#workspace.trash(id)
  }

  /** The window has sent what it could of a story that goes to the trash. */
  sent(id: StoryId, window: WebContents): void {
    this.#sending.get(window)?.get(id)?.()
  }

  /** Lets every window go of a story that is in the workspace no more. Its authority is closed already. */
  forget(id: StoryId): void {
    for (const stories of this.#held.values()) {
      const held = stories.get(id)
      if (held === undefined) continue
      stories.set(id, null)
      letGo(held).catch((error: unknown) => this.#report('close story', error))
    }
  }

  /** The stories that the window has open, and how safe each is. */
  async standing(window: WebContents): Promise<{ slug: string; saved: SavedState }[]> {
    const stories = [...(this.#held.get(window) ?? [])]
    const gone = stories.some(([, held]) => held === null) ? await this.#workspace.trashed() : []
    const standing = stories.map(async ([id, opened]) => {
      const held = await opened
      if (held !== null) return pickStanding(held.story.authority)
      const { slug, at } = gone.find((story) => story.id === id) ?? { slug: '', at: new Date().toISOString() }
      return { slug, saved: { state: 'saved' as const, at } }
    })
    return (await Promise.allSettled(standing)).flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  }

  /** True while the window may have something to send. */
  hasStories(window: WebContents): boolean {
    return (this.#held.get(window)?.size ?? 0) > 0
  }

  #sendsAll(id: StoryId, window: WebContents): Promise<void> {
    const waiting = this.#sending.get(window) ?? new Map<StoryId, () => void>()
    this.#sending.set(window, waiting)
    return new Promise((resolve) => {
      const timer = setTimeout(done, patience)
      function done(): void {
        clearTimeout(timer)
        waiting.delete(id)
        resolve()
      }
      waiting.set(id, done)
      tell([window], 'trashing', { id })
    })
  }

  #storiesOf(window: WebContents): Map<StoryId, Promise<Held> | null> {
    const known = this.#held.get(window)
    if (known !== undefined) return known
    const stories = new Map<StoryId, Promise<Held> | null>()
    this.#held.set(window, stories)
    const leave = (): void => {
      for (const held of stories.values()) letGo(held).catch((error: unknown) => this.#report('close story', error))
      stories.clear()
    }
    window.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) leave()
    })
    window.on('render-process-gone', leave)
    window.once('destroyed', () => {
      leave()
      for (const done of this.#sending.get(window)?.values() ?? []) done()
      this.#held.delete(window)
      this.#sending.delete(window)
    })
    return stories
  }

  async #hold(id: StoryId, window: WebContents): Promise<Held> {
    const story = await this.#workspace.openStory(id)
    const deafen = story.authority.subscribe((event) => {
      if (event.kind === 'steps') tell([window], 'steps', { id, steps: event.steps })
      else if (event.kind === 'record') tell([window], 'record', { id, record: event.record })
      else if (event.kind === 'saved') tell([window], 'saved', { id, saved: event.saved })
    })
    return { story, deafen }
  }
}

async function letGo(held: Promise<Held> | null | undefined): Promise<void> {
  if (held === undefined || held === null) return
  const { story, deafen } = await held
  deafen()
  await story.close()
}

function pickStanding({ record, saved }: StoryAuthority): { slug: string; saved: SavedState } {
  return { slug: record.slug, saved }
}
