import type { Bridge } from '../../electron/ipc/contract/index.ts'
import type { Node } from 'prosemirror-model'
import { readDocument } from '../../storage/model/document.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import type { StoryVersion } from '../../storage/model/version.ts'
import { State } from '../ui/store.ts'

/** The version that is looked at: its text, or null when its file cannot be read either. */
interface Preview {
  readonly number: number
  readonly language: string
  readonly document: Node | null
}

/** A story that cannot be read, and the versions that it can be made again from. */
export class DamagedStory {
  /** Newest first; null until main has looked. */
  readonly offers = new State<readonly StoryVersion[] | null>(null)
  readonly preview = new State<Preview | null>(null)
  readonly #bridge: Pick<Bridge, 'recovery' | 'versions'>
  readonly #id: StoryId
  #chosen: number | null = null

  constructor(bridge: Pick<Bridge, 'recovery' | 'versions'>, id: StoryId) {
    this.#bridge = bridge
    this.#id = id
  }

  async load(): Promise<void> {
    const answer = await this.#bridge.recovery.offers({ id: this.#id })
    const versions = answer.ok ? answer.value.versions : []
    this.offers.set(versions)
    const [newest] = versions
    if (newest !== undefined) await this.choose(newest.number)
  }

  /** Shows what a version holds. Of several in a row, the last one chosen counts. */
  async choose(number: number): Promise<void> {
    this.#chosen = number
    const answer = await this.#bridge.versions.read({ id: this.#id, number })
    if (this.#chosen !== number) return
    this.preview.set(
      answer.ok
        ? { number, language: answer.value.record.language, document: readDocument(answer.value.document) }
        : { number, language: '', document: null },
    )
  }

  /** Makes the story again from the version on show. Answers what went wrong, or null. */
  async rebuild(number: number): Promise<string | null> {
    const answer = await this.#bridge.recovery.rebuild({ id: this.#id, number })
    return answer.ok ? null : answer.error.message
  }
}
