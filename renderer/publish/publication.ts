import type { EventPayload } from '../../electron/ipc/contract/events.ts'
import type { Bridge } from '../../electron/ipc/contract/index.ts'
import type { Published, PublishRequest } from '../../electron/ipc/contract/publishing.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import { State } from '../ui/store.ts'

export type PublishStep = EventPayload<'publishProgress'>

export type PublicationState =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly request: PublishRequest; readonly slug: string; readonly step: PublishStep }
  | { readonly state: 'stopped' }
  | { readonly state: 'failed'; readonly message: string }
  | {
      readonly state: 'done'
      readonly request: PublishRequest
      readonly slug: string
      readonly published: Published
      readonly at: Date
    }

/** One publication under way, or the last one. It goes on when its sheet is hidden. */
export class Publication {
  readonly state = new State<PublicationState>({ state: 'idle' })
  /** The stories that go out together; none for the one that is open. */
  readonly chosen = new State<readonly StoryId[]>([])
  readonly #bridge: Bridge

  constructor(bridge: Bridge) {
    this.#bridge = bridge
    bridge.on('publishProgress', (step) => {
      this.state.update((state) => (state.state === 'running' ? { ...state, step } : state))
    })
  }

  /** Chooses what the sheet prepares: several stories, or the one that is open. */
  prepare(ids: readonly StoryId[]): void {
    this.chosen.set(ids.length > 1 ? ids : [])
  }

  async publish(request: PublishRequest, slug: string): Promise<void> {
    if (this.state.get().state === 'running') return
    this.state.set({ state: 'running', request, slug, step: { stage: 'check', done: 0, total: 0 } })
    const answer = await this.#bridge.publishing.publish(request)
    if (answer.ok) this.state.set({ state: 'done', request, slug, published: answer.value, at: new Date() })
    else if (answer.error.code === 'cancelled') this.state.set({ state: 'stopped' })
    else this.state.set({ state: 'failed', message: answer.error.message })
  }

  async stop(): Promise<void> {
    await this.#bridge.publishing.cancel(null)
  }

  /** Back to the sheet where a publication is prepared. */
  reset(): void {
    if (this.state.get().state !== 'running') this.state.set({ state: 'idle' })
  }
}
