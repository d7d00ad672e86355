import type { EditorState } from 'prosemirror-state'
import { Plugin, PluginKey } from 'prosemirror-state'
import type { Bridge } from '../../electron/ipc/contract/index.ts'
import type { StoryRecord } from '../../storage/model/record.ts'
import type { Limits } from '../../storage/model/settings.ts'
import type { PhotoShelf } from '../app/photo-shelf.ts'

/** What the editor of a story works with beside the text: the one place its parts find it. */
export interface EditorContext {
  readonly bridge: Bridge
  readonly photos: PhotoShelf
  readonly isMac: boolean
  readonly record: () => StoryRecord
  readonly limits: () => Limits
  /** Who works here: signs verifications. */
  readonly editor: () => string
  /** Says one sentence to the editor. */
  readonly notify: (words: string) => void
}

const key = new PluginKey<EditorContext>('context')

/** Lays the context where `contextOf` finds it. */
export function contextPlugin(context: EditorContext): Plugin<EditorContext> {
  return new Plugin<EditorContext>({ key, state: { init: () => context, apply: (_transaction, same) => same } })
}

/** The context of the editor that this state belongs to. */
export function contextOf(state: EditorState): EditorContext {
  const context = key.getState(state)
  if (context === undefined) throw new Error('This state belongs to no story editor.')
  return context
}
