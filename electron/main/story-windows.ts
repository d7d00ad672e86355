import type { WebContents } from 'electron'
import type { StoryAuthority } from '../../storage/journal/authority.ts'
import type { OpenStory, Workspace } from '../../storage/library/workspace.ts'
import { GalleyError } from '../../storage/model/errors.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import type { SavedState } from '../../storage/model/steps.ts'
import { tell } from '../ipc/broadcast.ts'
import type { Report } from './log.ts'

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
  readonly #held = new Map<WebContents, Map<StoryId, Promise<Held>>>()

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
    if (held === undefined)
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

  /** Lets every window go of a story that is in the workspace no more. Its authority is closed already. */
  forget(id: StoryId): void {
    for (const stories of this.#held.values()) {
      const held = stories.get(id)
      stories.delete(id)
      letGo(held).catch((error: unknown) => this.#report('close story', error))
    }
  }

  /** The stories that the window has open, and how safe each is. */
  async standing(window: WebContents): Promise<{ slug: string; saved: SavedState }[]> {
    const held = await Promise.allSettled([...(this.#held.get(window)?.values() ?? [])])
    return held.flatMap((each) => {
      if (each.status === 'rejected') return []
      const { record, saved } = each.value.story.authority
      return [{ slug: record.slug, saved }]
    })
  }

  /** True while the window may have something to send. */
  hasStories(window: WebContents): boolean {
    return (this.#held.get(window)?.size ?? 0) > 0
  }

  #storiesOf(window: WebContents): Map<StoryId, Promise<Held>> {
    const known = this.#held.get(window)
    if (known !== undefined) return known
    const stories = new Map<StoryId, Promise<Held>>()
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
      this.#held.delete(window)
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

async function letGo(held: Promise<Held> | undefined): Promise<void> {
  if (held === undefined) return
  const { story, deafen } = await held
  deafen()
  await story.close()
}
