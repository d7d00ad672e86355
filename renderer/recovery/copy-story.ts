import { Slice } from 'prosemirror-model'
import type { StorySession } from '../editor/session.ts'

/** Puts the whole story on the clipboard, as plain text and as HTML. Answers whether that worked. */
export async function copyStory({ view }: Pick<StorySession, 'view'>): Promise<boolean> {
  const { dom, text } = view.serializeForClipboard(new Slice(view.state.doc.content, 0, 0))
  const as = (type: string, words: string): Record<string, Blob> => ({ [type]: new Blob([words], { type }) })
  try {
    await navigator.clipboard.write([
      new ClipboardItem({ ...as('text/plain', text), ...as('text/html', dom.innerHTML) }),
    ])
    return true
  } catch {
    return false
  }
}
