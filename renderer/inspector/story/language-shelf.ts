import type { LanguageVersion } from '../../../electron/ipc/contract/languages.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import type { LanguageTag } from '../../../storage/model/language.ts'
import type { Desk } from '../../app/desk.ts'
import { messageOfError } from '../../app/messages.ts'
import { valueOf } from '../../editor/answers.ts'
import { State } from '../../ui/store.ts'

/** How long what is told of the stories is let rest before they are read anew, in milliseconds: it comes in bursts. */
const rest = 200

/** One version of the story in some language. */
export interface ShelfEntry {
  readonly id: StoryId
  readonly language: LanguageTag
  readonly isSource: boolean
  readonly behind: number
}

type Host = Pick<Desk, 'bridge' | 'sessions' | 'problem' | 'compare'>

/** The story of this window and its versions in other languages, as main tells of them. */
export class LanguageShelf {
  readonly entries = new State<readonly ShelfEntry[]>([])
  readonly #desk: Host
  readonly #id: StoryId
  #versions: readonly LanguageVersion[] = []

  constructor(desk: Host, id: StoryId) {
    this.#desk = desk
    this.#id = id
  }

  /** Reads them now, and anew whenever one of them is saved, comes or goes, by whomever. Returns what ends it. */
  follow(): () => void {
    const { bridge } = this.#desk
    let timer: ReturnType<typeof setTimeout> | undefined
    const hear = (...ids: readonly (StoryId | undefined)[]): void => {
      const family = [this.#id, ...this.#versions.map(({ summary }) => summary.id)]
      if (!ids.some((id) => id !== undefined && family.includes(id))) return
      clearTimeout(timer)
      timer = setTimeout(() => void this.load(), rest)
    }
    const leave = [
      bridge.on('summary', ({ id, translation }) => hear(id, translation?.of)),
      bridge.on('version', ({ id }) => hear(id)),
      bridge.on('record', ({ id }) => hear(id)),
      bridge.on('removed', ({ id }) => hear(id)),
    ]
    void this.load()
    return () => {
      clearTimeout(timer)
      for (const end of leave) end()
    }
  }

  /** Reads them anew. Without an answer the story stands alone, as it does before the first. */
  async load(): Promise<void> {
    const answer = await this.#desk.bridge.languages.list({ id: this.#id })
    if (!answer.ok) return
    this.#versions = answer.value.versions
    this.entries.set(
      this.#versions.map(({ summary: { id, language, translation }, behind }) => ({
        id,
        language,
        isSource: translation === null,
        behind,
      })),
    )
  }

  /** Starts a version in another language and opens it. */
  async create(language: LanguageTag): Promise<void> {
    await this.#act(async () => {
      await this.#desk.sessions.flush()
      const { id } = valueOf(await this.#desk.bridge.languages.create({ id: this.#id, language }))
      await this.#desk.sessions.open(id)
    })
  }

  async bringInLine(): Promise<void> {
    await this.#act(async () => {
      valueOf(await this.#desk.bridge.languages.bringInLine({ id: this.#id }))
      await this.load()
    })
  }

  /** Opens the source, compared with the version of it that this text was last brought in line with. */
  async showChanges(): Promise<void> {
    const translation = this.#versions.find(({ summary }) => summary.id === this.#id)?.summary.translation
    if (translation === null || translation === undefined) return
    await this.#desk.sessions.open(translation.of)
    this.#desk.compare.open(translation.version)
  }

  async #act(act: () => Promise<void>): Promise<void> {
    try {
      await act()
    } catch (error) {
      this.#desk.problem.set(messageOfError(error))
    }
  }
}
