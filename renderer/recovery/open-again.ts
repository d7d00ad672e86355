import type { Node } from 'prosemirror-model'
import { Slice } from 'prosemirror-model'
import { DocAttrStep, ReplaceStep } from 'prosemirror-transform'
import type { Bridge } from '../../electron/ipc/contract/index.ts'
import type { Sessions } from '../app/sessions.ts'
import type { StorySession } from '../editor/session.ts'
import { t } from '../i18n/translate.ts'
import type { ToastQueue } from '../ui/toast-queue.ts'
import { copyStory } from './copy-story.ts'

/** What opening a story again needs of the window. */
interface OpenAgainDesk {
  readonly bridge: Pick<Bridge, 'versions'>
  readonly sessions: Pick<Sessions, 'reopen'>
  readonly toasts: ToastQueue
}

/** Sessions that could not take over the words of the session before: trying the same again would turn in a circle. */
const withoutWords = new WeakSet<StorySession>()

/**
 * Opens a story again that main takes nothing of any more. What was typed goes on the clipboard first; then the story
 * as main has it is kept as a version, and what was typed put in its place. When main refuses that as well, the story
 * stands as main has it, and the words are on the clipboard.
 */
export async function openAgain(desk: OpenAgainDesk, session: StorySession): Promise<void> {
  const { safety, document } = session.snapshot()
  const hasWords = safety.state === 'refused' && safety.unsent > 0
  if (hasWords) await copyStory(session)
  const isSecond = withoutWords.has(session)
  const opened = await desk.sessions.reopen()
  if (opened === null) return
  if (!hasWords || opened.snapshot().document.eq(document)) desk.toasts.show(t('saving.openedAgain'))
  else if (isSecond || !(await takeWordsOver(desk, opened, document))) desk.toasts.show(t('saving.onClipboard'))
  else desk.toasts.show(t('saving.wordsBack'))
}

/** Puts the words in place of what main has, which is kept as a version. False when that could not be kept. */
async function takeWordsOver({ bridge }: OpenAgainDesk, opened: StorySession, document: Node): Promise<boolean> {
  const kept = await bridge.versions.name({ id: opened.id, name: t('saving.keptBefore') })
  if (!kept.ok) return false
  replaceText(opened, document)
  try {
    await opened.flush()
    return true
  } catch {
    withoutWords.add(opened)
    return false
  }
}

function replaceText({ view }: StorySession, document: Node): void {
  const { tr, doc } = view.state
  tr.step(new ReplaceStep(0, doc.content.size, new Slice(document.content, 0, 0)))
  for (const [name, value] of Object.entries(document.attrs)) tr.step(new DocAttrStep(name, value))
  view.dispatch(tr)
}
