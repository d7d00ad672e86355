import { join } from 'node:path'
import type { Workspace } from '../../storage/library/workspace.ts'
import { isGalleyError } from '../../storage/model/errors.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import { ChosenFolders } from './chosen-folders.ts'
import type { Closing } from './closing.ts'
import type { Damage } from './damage.ts'
import type { Dialogs } from './dialogs.ts'
import type { DragOut } from './drag-out.ts'
import type { Report } from './log.ts'
import { ManyStories } from './many-stories.ts'
import type { Media } from './media.ts'
import type { MovingIn } from './moving-in.ts'
import type { StoryWindows } from './story-windows.ts'
import type { WindowStateFile } from './window-state.ts'

/** Everything that answers a window: the open workspace and the host around it. Made once, at start. */
export class Desk {
  readonly workspace: Workspace
  readonly media: Media
  readonly storyWindows: StoryWindows
  readonly closing: Closing
  readonly dialogs: Dialogs
  readonly report: Report
  readonly damage: Damage
  readonly movingIn: MovingIn
  readonly dragOut: DragOut
  readonly folders: ChosenFolders
  readonly many = new ManyStories()
  readonly #state: WindowStateFile
  readonly #askedStory: StoryId | null

  constructor(parts: {
    readonly workspace: Workspace
    readonly media: Media
    readonly storyWindows: StoryWindows
    readonly closing: Closing
    readonly dialogs: Dialogs
    readonly report: Report
    readonly damage: Damage
    readonly movingIn: MovingIn
    readonly dragOut: DragOut
    readonly state: WindowStateFile
    /** The story that Galley was started with, or null. */
    readonly story: StoryId | null
  }) {
    this.workspace = parts.workspace
    this.media = parts.media
    this.storyWindows = parts.storyWindows
    this.closing = parts.closing
    this.dialogs = parts.dialogs
    this.report = parts.report
    this.damage = parts.damage
    this.movingIn = parts.movingIn
    this.dragOut = parts.dragOut
    this.folders = new ChosenFolders(() => [this.outbox])
    this.#state = parts.state
    this.#askedStory = parts.story
  }

  /**
   * The story to open first: the one asked for, else the one that was open last, if it is still there. One that cannot
   * be read comes first as well: the window says what can be done.
   */
  async firstStory(): Promise<StoryId | null> {
    const wanted = this.#askedStory ?? this.#state.state.story
    if (wanted === null) return null
    try {
      return (await this.workspace.summaryOf(wanted)).id
    } catch (error) {
      if (!isGalleyError(error)) throw error
      return isGalleyError(error, 'not_found') ? null : wanted
    }
  }

  /** The folder that bundles go to when no other is chosen. */
  get outbox(): string {
    return this.workspace.settings.outbox ?? join(this.workspace.root, 'outbox')
  }

  /** Notes what to open next time. */
  rememberStory(story: StoryId): void {
    this.#state.keep({ story })
  }
}
