import type { Transaction } from 'prosemirror-state'
import { v7 } from 'uuid'
import { StepExchange } from '../../../renderer/editor/session/exchange.ts'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import type { StoryRecord } from '../../../storage/model/record.ts'
import type { MemoryAuthority } from './authority.ts'
import { Editor } from './desk.ts'

const id = storyIdSchema.parse(v7())

/** An editor without a window whose steps go to an authority, as a session's do. */
export class ConnectedEditor extends Editor {
  readonly exchange: StepExchange
  /** How safe the story was at every change of it, repeated states told once. */
  readonly safeties: string[] = []
  #record: StoryRecord

  constructor(authority: MemoryAuthority, client: string, hears = true) {
    super(authority.document, 'en', authority.version, client)
    this.#record = authority.record
    this.exchange = new StepExchange(
      {
        id,
        client,
        stories: authority,
        state: () => this.state,
        dispatch: (transaction) => this.dispatchHere(transaction),
        recordChanged: (record) => (this.#record = record),
        safetyChanged: () => this.#note(),
        unreachable: () => 'Not saved.',
        outOfStep: () => 'Lost touch.',
      },
      { state: 'saved', at: '2026-04-14T11:00:00.000Z' },
    )
    if (hears) authority.onSteps((steps) => this.exchange.hear(steps))
  }

  /** The record as the window shows it. */
  get record(): StoryRecord {
    return this.exchange.recordShown(this.#record)
  }

  override readonly dispatch = (transaction: Transaction): void => this.dispatchHere(transaction)

  dispatchHere(transaction: Transaction): void {
    this.state = this.state.apply(transaction)
    if (transaction.docChanged) this.exchange.changed()
    this.#note()
  }

  #note(): void {
    const { state } = this.exchange.safety()
    if (this.safeties.at(-1) !== state) this.safeties.push(state)
  }
}
