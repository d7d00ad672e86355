import type { Bridge } from '../../../electron/ipc/contract/index.ts'
import { readDocument } from '../../../storage/model/document.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import type { Story } from '../../../storage/model/story.ts'
import type { StoryVersion } from '../../../storage/model/version.ts'
import { valueOf } from '../../editor/answers.ts'
import type { Sessions } from '../../app/sessions.ts'
import { State } from '../../ui/store.ts'

export interface VersionsState {
  readonly phase: 'none' | 'loading' | 'ready' | 'failed'
  /** Newest first. */
  readonly versions: readonly StoryVersion[]
}

const nothing: VersionsState = { phase: 'none', versions: [] }
/** Texts that are kept at hand: those somebody compares back and forth. */
const mostTexts = 8

/** The saved versions of the story that this window has open, kept up to date by what main tells. */
export class VersionShelf {
  readonly state = new State<VersionsState>(nothing)
  readonly #bridge: Bridge
  readonly #sessions: Sessions
  readonly #texts = new Map<number, Promise<Story>>()
  #id: StoryId | null = null
  #asked = 0

  constructor(bridge: Bridge, sessions: Sessions) {
    this.#bridge = bridge
    this.#sessions = sessions
    sessions.current.subscribe(() => this.#follow())
    bridge.on('version', ({ id }) => {
      // A name may be new, a number may be: what main lists is what counts.
      if (id === this.#id && this.state.get().phase !== 'none') void this.load()
    })
  }

  /** Asks main for the list. The answer to the newest question counts. */
  async load(): Promise<void> {
    const id = this.#id
    if (id === null) return
    this.#asked += 1
    const asked = this.#asked
    this.state.update((state) => (state.phase === 'none' ? { ...state, phase: 'loading' } : state))
    const answer = await this.#bridge.versions.list({ id })
    if (asked !== this.#asked) return
    this.state.update((state) =>
      answer.ok ? { phase: 'ready', versions: answer.value.versions } : { ...state, phase: 'failed' },
    )
  }

  /** What a version holds. Rejects with main's error. */
  read(number: number): Promise<Story> {
    const id = this.#mustBeOpen()
    const known = this.#texts.get(number)
    if (known !== undefined) return known
    const text = this.#bridge.versions.read({ id, number }).then((answer) => {
      const { record, document } = valueOf(answer)
      return { record, document: readDocument(document) }
    })
    this.#texts.set(number, text)
    text.catch(() => this.#texts.delete(number))
    const oldest = this.#texts.keys().next()
    if (this.#texts.size > mostTexts && oldest.done !== true) this.#texts.delete(oldest.value)
    return text
  }

  /** Keeps what stands now, everything typed so far in it, under a name. Rejects with main's error. */
  async name(name: string): Promise<StoryVersion> {
    const id = this.#mustBeOpen()
    await this.#sessions.flush()
    const version = valueOf(await this.#bridge.versions.name({ id, name }))
    await this.load()
    return version
  }

  /** Puts a version in place of what stands now, which comes back as the version that was kept, if there was need. */
  async restore(number: number): Promise<StoryVersion | null> {
    const id = this.#mustBeOpen()
    await this.#sessions.flush()
    const { kept } = valueOf(await this.#bridge.versions.restore({ id, number }))
    await this.load()
    return kept
  }

  #mustBeOpen(): StoryId {
    if (this.#id === null) throw new Error('no story is open')
    return this.#id
  }

  #follow(): void {
    const current = this.#sessions.current.get()
    const id = current.state === 'open' ? current.id : null
    if (id === this.#id) return
    this.#id = id
    this.#asked += 1
    this.#texts.clear()
    this.state.set(nothing)
  }
}
