import type { Bridge } from '../../electron/ipc/contract/index.ts'
import type { Slug } from '../../storage/model/record.ts'
import type { StorySummary } from '../../storage/model/summary.ts'
import { State } from '../ui/store.ts'

const most = 50

/** The stories that bear the slug of the open one, asked of main once for each slug and kept fresh. */
export class Neighbours {
  readonly stories = new State<readonly StorySummary[]>([])
  readonly #bridge: Pick<Bridge, 'stories' | 'on'>
  #slug: Slug | null = null

  constructor(bridge: Pick<Bridge, 'stories' | 'on'>) {
    this.#bridge = bridge
    bridge.on('summary', (summary) => {
      const isKnown = this.stories.get().some(({ id }) => id === summary.id)
      if (summary.slug !== this.#slug && !isKnown) return
      const others = this.stories.get().filter(({ id }) => id !== summary.id)
      this.stories.set(summary.slug === this.#slug ? [summary, ...others] : others)
    })
  }

  /** Makes sure that the stories of this slug are known, sooner or later. */
  need(slug: Slug): void {
    if (slug === this.#slug) return
    this.#slug = slug
    this.stories.set([])
    void this.#bridge.stories.list({ query: `slug:"${slug}"`, limit: most }).then((answer) => {
      if (!answer.ok || slug !== this.#slug) return
      this.stories.set(answer.value.stories.filter((story) => story.slug === slug))
    })
  }
}
