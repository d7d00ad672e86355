import type { Node } from 'prosemirror-model'
import { checkStory } from '../../storage/checks/check-story.ts'
import type { Finding } from '../../storage/checks/finding.ts'
import { figures } from '../../storage/model/figures.ts'
import type { StoryRecord } from '../../storage/model/record.ts'
import type { Settings } from '../../storage/model/settings.ts'
import { whenIdle } from '../editor/plugins/idle.ts'
import type { StorySession } from '../editor/session.ts'
import { State } from '../ui/store.ts'
import type { Store } from '../ui/store.ts'
import type { Neighbours } from './neighbours.ts'
import type { PhotoShelf } from './photo-shelf.ts'
import type { Sessions } from './sessions.ts'

/** What the checks found. Positions in it are those of `document`. */
export interface Checked {
  readonly document: Node
  readonly record: StoryRecord
  readonly findings: readonly Finding[]
  readonly passed: number
}

const pause = 400

/** Checks the open story while the editor pauses. */
export class LiveChecks {
  /** What was found last, or null while no story is open or nothing was checked yet. */
  readonly checked = new State<Checked | null>(null)
  readonly #sessions: Sessions
  readonly #photos: PhotoShelf
  readonly #settings: Store<Settings>
  readonly #neighbours: Neighbours
  readonly #idle = whenIdle(() => this.run(), pause)
  #leave: () => void = () => undefined
  #watched: StorySession | null = null

  constructor(sessions: Sessions, photos: PhotoShelf, settings: Store<Settings>, neighbours: Neighbours) {
    this.#sessions = sessions
    this.#photos = photos
    this.#settings = settings
    this.#neighbours = neighbours
    sessions.current.subscribe(() => this.#watch())
    photos.photos.subscribe(this.#idle.ask)
    settings.subscribe(this.#idle.ask)
    neighbours.stories.subscribe(this.#idle.ask)
  }

  /** Checks the story as it stands now. */
  run(): void {
    const session = this.#watched
    if (session === null) return
    const { document, record } = session.snapshot()
    const photos = this.#photos.photos.get()
    void this.#photos.need(figures(document).flatMap((figure) => figure.attributes.media ?? []))
    this.#neighbours.need(record.slug)
    const neighbours = this.#neighbours.stories.get()
    const input = { document, record, photos, settings: this.#settings.get(), now: new Date(), neighbours }
    this.checked.set({ document, record, ...checkStory(input) })
  }

  #watch(): void {
    const current = this.#sessions.current.get()
    const session = current.state === 'open' ? current.session : null
    if (session === this.#watched) return
    this.#leave()
    this.#idle.stop()
    this.#watched = session
    this.checked.set(null)
    if (session === null) {
      this.#leave = () => undefined
      return
    }
    this.#leave = session.subscribe(() => {
      const { document, record } = session.snapshot()
      const last = this.checked.get()
      if (last === null || last.document !== document || last.record !== record) this.#idle.ask()
    })
    this.run()
  }
}

/** How many findings there are of each severity. */
export function countFindings(findings: readonly Finding[]): { error: number; warning: number; hint: number } {
  const counts = { error: 0, warning: 0, hint: 0 }
  for (const finding of findings) counts[finding.severity] += 1
  return counts
}
