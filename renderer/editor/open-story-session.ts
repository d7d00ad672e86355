import type { EditorState, Transaction } from 'prosemirror-state'
import { EditorState as State } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { Bridge } from '../../electron/ipc/contract/index.ts'
import type { Recovery } from '../../electron/ipc/contract/recovery.ts'
import type { Steps } from '../../electron/ipc/contract/stories.ts'
import { readDocument } from '../../storage/model/document.ts'
import { GalleyError } from '../../storage/model/errors.ts'
import type { StoryId } from '../../storage/model/ids.ts'
import { directionOf } from '../../storage/model/language.ts'
import type { RecordPatch, StoryRecord } from '../../storage/model/record.ts'
import { schema } from '../../storage/model/schema/index.ts'
import { defaultSettings } from '../../storage/model/settings.ts'
import type { Limits } from '../../storage/model/settings.ts'
import { PhotoShelf } from '../app/photo-shelf.ts'
import { t } from '../i18n/translate.ts'
import { valueOf } from './answers.ts'
import type { EditorContext } from './context.ts'
import { nodeViews } from './nodeviews/nodeviews.ts'
import { editorPlugins } from './plugins/plugins.ts'
import type { StorySession, StorySnapshot } from './session.ts'
import { StepExchange } from './session/exchange.ts'

/** What a session may be given by the window around it. What is left out has a sensible stand-in. */
export interface SessionOptions {
  readonly photos?: PhotoShelf
  readonly isMac?: boolean
  readonly limits?: () => Limits
  /** Who works here: signs verifications. */
  readonly editor?: () => string
  /** Says one sentence to the editor, such as in a toast. */
  readonly notify?: (words: string) => void
}

/** Opens a story for editing in this window. Rejects with main's error when it cannot be opened. */
export async function openStorySession(
  bridge: Bridge,
  id: StoryId,
  options: SessionOptions = {},
): Promise<StorySession> {
  const early: Steps[] = []
  const stopEarly = bridge.on('steps', (event) => {
    if (event.id === id) early.push(event.steps)
  })
  try {
    const opened = valueOf(await bridge.stories.open({ id }))
    const session = new OpenStorySession(bridge, id, options, {
      ...opened,
      document: readDocument(opened.document),
    })
    for (const steps of early) session.exchange.hear(steps)
    return session
  } finally {
    stopEarly()
  }
}

class OpenStorySession implements StorySession {
  readonly id: StoryId
  readonly view: EditorView
  readonly recovery: Recovery | null
  readonly exchange: StepExchange
  readonly #bridge: Bridge
  readonly #listeners = new Set<() => void>()
  readonly #unsubscribe: readonly (() => void)[]
  /** The record as main has it, and as it is shown: with what was changed here on top. */
  #record: StoryRecord
  #shown: StoryRecord
  #snapshot: StorySnapshot

  constructor(
    bridge: Bridge,
    id: StoryId,
    options: SessionOptions,
    opened: {
      readonly version: number
      readonly document: EditorState['doc']
      readonly record: StoryRecord
      readonly saved: ConstructorParameters<typeof StepExchange>[1]
      readonly recovery: Recovery | null
    },
  ) {
    this.id = id
    this.recovery = opened.recovery
    this.#bridge = bridge
    this.#record = opened.record
    this.#shown = opened.record
    const client = crypto.randomUUID()
    const context: EditorContext = {
      bridge,
      photos: options.photos ?? new PhotoShelf(bridge),
      isMac: options.isMac ?? navigator.platform.startsWith('Mac'),
      record: () => this.#shown,
      limits: options.limits ?? (() => defaultSettings.limits),
      editor: options.editor ?? (() => ''),
      notify: options.notify ?? (() => undefined),
    }
    const state = State.create({
      schema,
      doc: opened.document,
      plugins: editorPlugins(context, opened.version, client),
    })
    this.view = new EditorView(null, {
      state,
      nodeViews,
      dispatchTransaction: (transaction) => this.#dispatch(transaction),
      attributes: () => sheetAttributes(this.#shown),
    })
    this.exchange = new StepExchange(
      {
        id,
        client,
        stories: bridge.stories,
        state: () => this.view.state,
        dispatch: (transaction) => this.#dispatch(transaction),
        recordChanged: (record) => this.#setRecord(record),
        safetyChanged: () => this.#tell(),
        unreachable: () => t('editor.notSaved'),
        outOfStep: () => t('recovery.outOfStep'),
      },
      opened.saved,
    )
    this.#snapshot = this.#take()
    this.#unsubscribe = [
      bridge.on('steps', (event) => {
        if (event.id === id) this.exchange.hear(event.steps)
      }),
      bridge.on('saved', (event) => {
        if (event.id === id) this.exchange.hearSaved(event.saved)
      }),
      bridge.on('record', (event) => {
        if (event.id === id) this.#setRecord(event.record)
      }),
      bridge.on('summary', (event) => {
        if (event.id === id) void this.#comeBack()
      }),
    ]
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  readonly snapshot = (): StorySnapshot => this.#snapshot

  changeRecord(patch: RecordPatch): Promise<void> {
    return this.exchange.changeRecord(patch)
  }

  tryAgain(): void {
    if (this.exchange.isSuspended()) void this.#comeBack()
    else this.exchange.tryAgain()
  }

  waitForTakingBack(): void {
    this.exchange.suspend(new GalleyError('not_found', t('saving.inTrash')))
  }

  flush(): Promise<void> {
    return this.exchange.flush()
  }

  async close(): Promise<void> {
    await this.exchange.flush()
    this.#stop()
    valueOf(await this.#bridge.stories.close({ id: this.id }))
  }

  async abandon(): Promise<void> {
    this.#stop()
    await this.#bridge.stories.close({ id: this.id }).catch(() => undefined)
  }

  /** Whoever took the story back from the trash: main has it open for this window again, and gets what it lacks. */
  async #comeBack(): Promise<void> {
    if (!this.exchange.isSuspended()) return
    const opened = await this.#bridge.stories.open({ id: this.id })
    if (!opened.ok || !this.exchange.isSuspended() || this.view.isDestroyed) return
    this.#setRecord(opened.value.record)
    this.exchange.resume()
  }

  #stop(): void {
    this.exchange.stop()
    for (const stop of this.#unsubscribe) stop()
    this.view.destroy()
  }

  #dispatch(transaction: Transaction): void {
    if (this.view.isDestroyed) return
    this.view.updateState(this.view.state.apply(transaction))
    if (transaction.docChanged) this.exchange.changed()
    this.#tell()
  }

  #setRecord(record: StoryRecord): void {
    this.#record = record
    this.#tell()
  }

  #take(): StorySnapshot {
    const { doc, selection } = this.view.state
    return {
      id: this.id,
      document: doc,
      record: this.#shown,
      safety: this.exchange.safety(),
      selection: { from: selection.from, to: selection.to },
    }
  }

  #tell(): void {
    if (this.view.isDestroyed) return
    const shown = this.exchange.recordShown(this.#record)
    if (shown !== this.#shown) {
      this.#shown = shown
      // Takes the attributes of the sheet anew: its name, language and direction are the record's.
      this.view.setProps({})
    }
    this.#snapshot = this.#take()
    for (const listener of [...this.#listeners]) listener()
  }
}

function sheetAttributes(record: StoryRecord): Record<string, string> {
  return {
    class: 'sheet-text',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': t('editor.sheet', { slug: record.slug }),
    lang: record.language,
    dir: directionOf(record.language),
    spellcheck: 'true',
  }
}
